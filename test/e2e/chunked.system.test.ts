import { afterAll, beforeAll, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import type { Bot } from '../support/startBot.ts';

let stage: Stage;
let bot: Bot;
beforeAll(async () => {
  stage = await openStage();
  bot = await stage.startBot();
});
afterAll(() => stage.close());

it.each(['messages', 'feedback'])(
  '/api/%s says what a body in chunks lacks, since Azure’s host drops it',
  async (route) => {
    const activity = aMessage({ text: 'Revenue by region', serviceUrl: stage.connector.url });
    const response = await fetch(`${bot.url}/api/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([JSON.stringify(activity)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(411);
    expect(await response.text()).toContain('Content-Length');
    expect(stage.genie.messages()).toEqual([]);
  },
);
