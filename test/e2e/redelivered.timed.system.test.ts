import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { openStage, type Stage } from '../support/openStage.ts';
import { answersIn, readAloud } from '../support/shownTo.ts';
import type { Bot } from '../support/startBot.ts';
import { until } from '../support/until.ts';

describe('two instances over one storage', () => {
  let stage: Stage;
  let bots: [Bot, Bot];
  beforeAll(async () => {
    stage = await openStage();
    bots = await Promise.all([stage.startBot(), stage.startBot()]);
  });
  afterAll(() => stage.close());

  const message = (text: string, place: string, person = 'person') =>
    aMessage({
      text,
      serviceUrl: stage.connector.url,
      conversation: { id: place },
      from: { id: person, aadObjectId: person },
    });
  const contents = () => stage.genie.messages().map(({ content }) => content);

  it('ask and answer a question once that is delivered five times in three seconds', async () => {
    const activity = message('Revenue by region', 'redelivered');
    const deliveries = [0, 500, 1_000, 2_000, 3_000].map(async (afterMs, index) => {
      await wait(afterMs);
      const startedAt = Date.now();
      const status = await bots[index % 2 === 0 ? 0 : 1].post(activity);
      return { status, ms: Date.now() - startedAt };
    });
    for (const { status, ms } of await Promise.all(deliveries)) {
      expect(status).toBe(200);
      expect(ms).toBeLessThan(2_000);
    }
    await stage.connector.waitFor(() => answersIn(stage.connector, 'redelivered')[0]);
    expect(contents().filter((content) => content.includes('Revenue by region'))).toHaveLength(1);
    expect(answersIn(stage.connector, 'redelivered')).toHaveLength(1);
  });

  it('answer one person’s questions in order, in one conversation, one at a time', async () => {
    const questions = [
      'Revenue by category',
      'only the top 2',
      'sort by orders',
      'How many customers?',
    ];
    for (const [index, text] of questions.entries()) {
      await bots[index % 2 === 0 ? 0 : 1].post(message(text, 'in-order'));
    }
    await until(() => answersIn(stage.connector, 'in-order').length === questions.length);
    const asked = stage.genie
      .messages()
      .filter(({ content }) => questions.some((text) => content.endsWith(text)));
    expect(asked.map(({ content }) => content.split('] ').at(-1))).toEqual(questions);
    expect(new Set(asked.map(({ conversationId }) => conversationId)).size).toBe(1);
    const conflicts = bots
      .flatMap(({ log }) => log)
      .filter(({ event }) => event === 'question.failed');
    expect(conflicts).toEqual([]);
  });

  it('don’t make one person wait for another', async () => {
    const slow = 'How many orders last year?';
    stage.genie.faults.script(slow, {
      statuses: [
        { status: 'ASKING_AI', ms: 4_000 },
        { status: 'COMPLETED', ms: 0 },
      ],
    });
    await bots[0].post(message(slow, 'group', 'slow person'));
    await bots[0].post(message('How many products?', 'group', 'quick person'));
    const [first] = await until(() => {
      const answers = answersIn(stage.connector, 'group');
      return answers.length > 0 && answers;
    });
    expect(first && readAloud(first)).toMatch(/product/i);
    await until(() => answersIn(stage.connector, 'group').length === 2);
  });
});
