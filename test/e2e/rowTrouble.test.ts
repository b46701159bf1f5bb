import { afterEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../local/chat/activity.ts';
import { type InProcess, openInProcess } from '../support/openInProcess.ts';
import { aPersonAt } from '../support/person.ts';
import { readAloud } from '../support/shownTo.ts';

let bot: InProcess;
afterEach(() => bot.close());

const rows = { path: 'query-result', times: 1_000 };
const running = { status: 200, body: { statement_response: { status: { state: 'RUNNING' } } } };
const question = 'Revenue by region';
const words = /led|region|revenue/i;

/** Every version of the messages in a conversation, in the order in which they were sent. */
const versions = (place: string) =>
  bot.connector.requests
    .filter(({ path, method }) => path.includes(place) && /^(?:POST|PUT)$/.test(method))
    .map(({ body }) => body as Activity)
    .filter(({ type }) => type === 'message');

describe('rows that can’t be had', () => {
  it.each([
    ['{}', { status: 200, body: {} }],
    ['500', { status: 500, body: { error_code: 'INTERNAL_ERROR' } }],
  ])(
    'don’t keep back the text in Web Chat, and can be loaded later: %s',
    async (_, fault) => {
      bot = await openInProcess({ connector: { channel: 'webchat' } });
      bot.genie.faults.next(rows, fault);
      const person = aPersonAt(bot, 'chat', { scene: 'webchat' });
      await person.write(question);
      const answer = await bot.connector.waitFor(() => person.answers()[0], 15_000);
      expect(readAloud(answer)).toMatch(words);
      expect(readAloud(answer)).toContain('The rows of this table couldn’t be loaded.');
      expect(readAloud(answer)).toContain('Genie couldn’t give them.');
      expect(readAloud(answer)).not.toContain('took too long');

      bot.genie.faults.clear();
      await person.click(answer, { action: 'show' });
      const again = readAloud(await bot.connector.waitFor(() => person.answers()[1]));
      expect(again).toMatch(/\d,\d{3}/);
      expect(again).not.toContain('couldn’t be loaded');
      expect(bot.genie.messages()).toHaveLength(1);
    },
    30_000,
  );
});

describe('rows that are still loading', () => {
  it('let Genie’s text through in Teams, in the message that becomes the answer', async () => {
    bot = await openInProcess();
    bot.genie.faults.next({ ...rows, times: 12 }, running);
    const ada = aPersonAt(bot, 'teams');
    const answer = await ada.ask(question);
    const shown = versions('teams').map(readAloud);
    const preview = shown.find((text) => text.includes('The rows are still loading'));
    expect(preview).toMatch(words);
    expect(readAloud(answer)).toMatch(/\d,\d{3}/);
    expect(readAloud(answer)).not.toContain('still loading');
    expect(ada.messages()).toHaveLength(1);
  });
});
