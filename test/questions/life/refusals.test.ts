import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { endStates } from '../../../src/questions/question.ts';
import { aPlace } from '../../support/aPlace.ts';
import { type Chat, openChat, type Trouble } from './simulation/chat.ts';
import { type Instance, type Mishap, startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type World } from './simulation/world.ts';

const hour = 3_600_000;

/** Whether it is over before the bot gives up on an outcome. */
function isPassing(troubles: readonly Trouble[]): boolean {
  return troubles.reduce((sum, { times }) => sum + times, 0) <= 4;
}

const isAnswer = (text: string) => text.includes('42 is the answer');
const isOffer = (text: string) => text.includes('"action":"show"') || /Error ID/.test(text);
const isStuck = (text: string) => / …( \d+ s)?"/.test(text);

interface Told {
  /** Messages that show the answer, and those that have ever done so. */
  answers: string[];
  everAnswers: number;
  offers: string[];
  stuck: string[];
}

/** What the asker sees when a question has ended. */
function toldIn(chat: Chat): Told {
  const messages = chat.messages().map((versions) => versions.at(-1) ?? '');
  return {
    answers: messages.filter(isAnswer),
    everAnswers: chat.messages().filter((versions) => versions.some(isAnswer)).length,
    offers: messages.filter((text) => !isAnswer(text) && isOffer(text)),
    stuck: messages.filter(isStuck),
  };
}

/** Asks one question in Teams, and waits until it has ended. */
async function ask(
  answerMs: number,
  troubles: readonly Trouble[],
  mishaps: ReadonlyMap<number, Mishap> = new Map(),
): Promise<{ told: Told; world: World; instance: Instance }> {
  const chat = openChat(troubles);
  const world = createWorld(() => answerMs, { chat });
  const instance = startInstance(world, mishaps);
  void instance.serveQueue();
  const question = {
    place: aPlace({ channelId: 'msteams' }),
    activityId: 'one',
    text: 'How many?',
  };
  void instance.accept(question).catch(() => {});
  await world.clock.advance(2_000);
  const instances = [instance];
  const id = questionIdOf(question.place, 'one');
  // The channel delivers until an instance takes the question.
  const next = startInstance(world);
  await settled(world, next.accept(question));
  await play(world, [id], instances, hour);
  const row = await world.storage.questions.get(id);
  expect(endStates.has(row?.value.state ?? 'received')).toBe(true);
  // A progress message may still be brought to its end.
  for (let step = 0; step < 20; step += 1) await world.clock.advance(1_000);
  expect(world.asked).toHaveLength(1);
  return { told: toldIn(chat), world, instance };
}

const passing = fc.record(
  {
    verb: fc.constantFrom('post' as const, 'update' as const),
    cards: fc.constant(true as const),
    status: fc.constantFrom(400, 401, 402, 403, 404, 405, 409, 413, 415, 422, 423, 429, 503),
    code: fc.constantFrom('ServiceError', 'BotDisabledByAdmin', 'MessageWritesBlocked'),
    times: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['status', 'times'] },
);
const unsure = fc.record(
  {
    verb: fc.constantFrom('post' as const, 'update' as const),
    status: fc.constantFrom(408, 500),
    carriedOut: fc.constant(true as const),
    times: fc.integer({ min: 1, max: 2 }),
  },
  { requiredKeys: ['status', 'times'] },
);
/** Genie is faster or slower than the time after which an answer notifies. */
const speeds = fc.constantFrom(1_500, 30_000);

describe('an answer that the channel refuses', () => {
  it('is shown once when the refusals are over, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(speeds, fc.array(passing, { maxLength: 4 }), async (answerMs, troubles) => {
        fc.pre(isPassing(troubles));
        const { told } = await ask(answerMs, troubles);
        expect(told).toMatchObject({ answers: [expect.anything()], everAnswers: 1, offers: [] });
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('is shown once or offered, whatever is killed, lost or refused', async () => {
    const mishaps = someMishaps(60, 3);
    const troubles = fc.array(fc.oneof(passing, unsure), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(speeds, troubles, mishaps, async (answerMs, met, at) => {
        fc.pre(isPassing(met));
        const where = toMap(at);
        const { told } = await ask(answerMs, met, where);
        expect(told.everAnswers).toBeLessThanOrEqual(1);
        expect(told.answers.length + told.offers.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  }, 180_000);

  describe.each<[string, Trouble[]]>([
    ['of which the update is refused', [{ verb: 'update', status: 405, times: 1_000 }]],
    ['of which the card is refused', [{ cards: true, status: 400, times: 1_000 }]],
    [
      'of which each update, and the first new message, is refused',
      [
        { verb: 'update', status: 400, times: 1_000 },
        { verb: 'post', cards: true, status: 400, times: 1 },
      ],
    ],
  ])('%s', (_what, troubles) => {
    it('is shown once or offered, whichever call the only instance is killed at', async () => {
      for (let call = 0; ; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const { told, instance } = await ask(1_500, troubles, new Map([[call, kill]]));
          const where = `${kill} at call ${call}`;
          expect(told.everAnswers, where).toBeLessThanOrEqual(1);
          expect(told.answers.length + told.offers.length, where).toBeGreaterThan(0);
          if (!instance.isAlive) continue;
          expect(told, where).toMatchObject({ answers: [expect.anything()], offers: [] });
          expect(call).toBeGreaterThan(20);
          return;
        }
      }
    }, 60_000);
  });

  it.each<Mishap>(['killed-before', 'killed-after', 'reply-lost', 'nothing-sent'])(
    'is never a second one after an update that arrived, of which the repetition is refused: %s at any call',
    async (mishap) => {
      for (let call = 5; call < 60; call += 1) {
        const { told } = await ask(
          1_500,
          [
            { verb: 'update', status: 408, carriedOut: true, times: 1 },
            { cards: true, status: 400, code: 'BotDisabledByAdmin', times: 1 },
          ],
          new Map([[call, mishap]]),
        );
        expect(told.everAnswers, `call ${call}`).toBeLessThanOrEqual(1);
        expect(told.answers.length + told.offers.length, `call ${call}`).toBeGreaterThan(0);
      }
    },
    60_000,
  );
});

describe('while the channel takes no answer at all', () => {
  it.each<[string, Trouble[]]>([
    [
      'a named refusal of new messages',
      [{ verb: 'post', status: 403, code: 'MessageWritesBlocked', times: 1_000 }],
    ],
  ])('%s: the progress message becomes the answer', async (_what, troubles) => {
    // The first new message is the progress message.
    const { told } = await ask(
      30_000,
      troubles.map((each) => ({ ...each, cards: true })),
    );
    expect(told).toMatchObject({ answers: [expect.anything()], stuck: [] });
  });

  it('the progress message says that it can’t be delivered, if nothing but words gets through', async () => {
    const cards: Trouble = {
      cards: true,
      status: 403,
      code: 'BotNotInConversationRoster',
      times: 1_000,
    };
    const { told } = await ask(1_500, [cards]);
    expect(told.answers).toEqual([]);
    expect(told.offers).toEqual([expect.stringContaining('couldn’t deliver it')]);
    expect(told.stuck).toEqual([]);
  });
});
