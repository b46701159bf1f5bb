import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { aMessage } from '../support/activities.ts';
import { openStage } from '../support/openStage.ts';
import { answersIn, messagesIn, readAloud } from '../support/shownTo.ts';
import { until } from '../support/until.ts';

const people = 40;
const perMinute = 50;

it('two instances ask the questions of forty people in order, as fast as the limit allows', async () => {
  const stage = await openStage({ genie: { questionsPerMinute: perMinute } });
  try {
    const settings = { GENIE_QUESTIONS_PER_MINUTE: String(perMinute) };
    const bots = await Promise.all([stage.startBot(settings), stage.startBot(settings)]);
    const startedAt = Date.now();
    const posts = Array.from({ length: people }, async (_, index) => {
      await wait(index * 50);
      const person = `person-${index}`;
      const bot = bots[index % 2];
      return bot?.post(
        aMessage({
          text: 'How many orders are there?',
          serviceUrl: stage.connector.url,
          conversation: { id: person },
          from: { id: person, aadObjectId: person },
        }),
      );
    });
    expect(new Set(await Promise.all(posts))).toEqual(new Set([200]));
    const answered = () =>
      Array.from({ length: people }, (_, index) => answersIn(stage.connector, `person-${index}`));
    await until(() => answered().every((answers) => answers.length > 0), 90_000);
    const tookMs = Date.now() - startedAt;

    const asks = stage.genie.requests.filter(({ path }) => path.endsWith('/start-conversation'));
    const throttled = asks.length - people;
    const order = bots
      .flatMap(({ log }) => log)
      .filter(({ event }) => event === 'question.accepted')
      .sort((one, other) => String(one['time']).localeCompare(String(other['time'])))
      .map(({ questionId }) => questionId);
    const ended = bots
      .flatMap(({ log }) => log)
      .filter(({ event }) => event === 'question.ended')
      .sort((one, other) => Number(one['startedAt']) - Number(other['startedAt']));
    const moved = ended.map(({ questionId }, place) => Math.abs(order.indexOf(questionId) - place));

    expect(answered().every((answers) => answers.length === 1)).toBe(true);
    expect(throttled).toBeLessThanOrEqual(3);
    // By the limit the last five start when seven batches of six seconds have passed.
    expect(tookMs).toBeLessThan(1.15 * ((people / perMinute) * 60_000 - 6_000) + 3_000);
    expect(Math.max(...moved)).toBeLessThanOrEqual(5);

    const last = stage.connector.activities(`person-${people - 1}`)[0];
    const said = last?.earlier.map(({ text }) => text ?? '') ?? [];
    const waits = said.filter((text) => /in the queue: about \d+ s/.test(text));
    expect(waits.length).toBeGreaterThanOrEqual(2);
  } finally {
    await stage.close();
  }
}, 120_000);

it('a question that finds the queue full is refused at once, and nothing of it is kept', async () => {
  const stage = await openStage({ genie: { stageMs: 10 } });
  try {
    const settings = { GENIE_QUESTIONS_PER_MINUTE: '1', MAX_QUEUE_SIZE: '1' };
    const bot = await stage.startBot(settings);
    const ask = (person: string) =>
      bot.post(
        aMessage({
          text: 'How many orders are there?',
          serviceUrl: stage.connector.url,
          conversation: { id: person },
          from: { id: person, aadObjectId: person },
        }),
      );
    for (const person of ['asks', 'waits', 'refused']) await ask(person);
    const [refusal] = messagesIn(stage.connector, 'refused');
    expect(refusal && readAloud(refusal)).toMatch(/questions are waiting/);
    expect(bot.log.filter(({ event }) => event === 'question.accepted')).toHaveLength(2);
  } finally {
    await stage.close();
  }
});
