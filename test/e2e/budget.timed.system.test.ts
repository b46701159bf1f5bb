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
    const ask = (index: number) =>
      bots[index % 2]?.post(
        aMessage({
          text: `How many orders are there, ${index}?`,
          serviceUrl: stage.connector.url,
          conversation: { id: `person-${index}` },
          from: { id: `person-${index}`, aadObjectId: `person-${index}` },
        }),
      );
    // Four at a time, two at each instance: all of them have their place in line before the next four come, however busy
    // the machine is.
    for (let first = 0; first < people; first += 4) {
      const four = [first, first + 1, first + 2, first + 3];
      expect(await Promise.all(four.map(ask))).toEqual([200, 200, 200, 200]);
    }
    const answered = () =>
      Array.from({ length: people }, (_, index) => answersIn(stage.connector, `person-${index}`));
    await until(() => answered().every((answers) => answers.length > 0), 90_000);

    const asks = stage.genie.requests.filter(({ path }) => path.endsWith('/start-conversation'));
    const throttled = asks.length - people;
    const tookMs = (asks.at(-1)?.at ?? 0) - (asks[0]?.at ?? 0);
    const asked = asks.map(({ body }) => Number(/there, (\d+)\?/.exec(JSON.stringify(body))?.[1]));
    const moved = [...new Set(asked)].map((index, place) => Math.abs(index - place));

    expect(answered().every((answers) => answers.length === 1)).toBe(true);
    expect(throttled).toBeLessThanOrEqual(3);
    // By the limit the last five start when seven batches of six seconds have passed.
    expect(tookMs).toBeLessThan(1.15 * ((people / perMinute) * 60_000 - 6_000) + 3_000);
    expect(moved).toHaveLength(people);
    // Four come at a time, and five start at a time: among themselves they have no order.
    expect(Math.max(...moved)).toBeLessThanOrEqual(5);

    const last = stage.connector.activities(`person-${people - 1}`)[0];
    const said = last?.earlier.map(({ text }) => text ?? '') ?? [];
    const waits = said.filter((text) => /in the queue: about \d+ s/.test(text));
    // Told at once, and again every 15 s.
    const waitedMs = (asks.at(-1)?.at ?? 0) - (last?.createdAt ?? 0);
    expect(waits.length).toBeGreaterThanOrEqual(Math.floor(waitedMs / 15_000));
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
