import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { rememberOwnChat } from '../../../src/questions/ownChat/rememberOwnChat.ts';
import type { Place } from '../../../src/questions/place.ts';
import { endStates } from '../../../src/questions/question.ts';
import { aPlace } from '../../support/aPlace.ts';
import { runs } from '../../support/runs.ts';
import { type Chat, openChat, ownChatIdOf, type Trouble } from './simulation/chat.ts';
import { type Instance, type Mishap, startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type Opening, type World } from './simulation/world.ts';

const thread = '19:sales@thread.tacv2;messageid=1';

function inTheThread(person = 'ada'): Place {
  return aPlace({
    channelId: 'msteams',
    conversation: { id: thread, conversationType: 'channel' },
    user: { id: person },
  });
}

function inTheirChat(person = 'ada'): Place {
  const place = inTheThread(person);
  return { ...place, conversation: { id: ownChatIdOf(place), conversationType: 'personal' } };
}

const privately = (activityId: string, person?: string) =>
  ({ place: inTheThread(person), activityId, text: activityId, isPrivate: true }) as const;

/** Where people see something of a question, and what. */
function shownOf(world: World, id: string) {
  return world.shown.filter(({ questionId }) => questionId === id);
}

const mishaps = someMishaps(70);

/** An answer, once, or a notice if an instance was killed while it sent the answer: and nothing of it in the thread. */
function expectOneOutcome(world: World, id: string, person: string, mayBeNotices: boolean): void {
  const shown = shownOf(world, id);
  const places = new Set(shown.map(({ where }) => where));
  expect([...places]).toEqual([ownChatIdOf({ user: { id: person } })]);
  const what = shown.map((each) => each.what);
  if (mayBeNotices) {
    expect(what.filter((each) => each === 'answer').length).toBeLessThanOrEqual(1);
    expect([...new Set(['answer', 'delivery-unsure', ...what])]).toHaveLength(2);
  } else {
    expect(what).toEqual(['answer']);
  }
}

describe('a private question', () => {
  const history = fc.record({
    answerMs: fc.array(fc.integer({ min: 200, max: 40_000 }), { minLength: 1, maxLength: 3 }),
    questions: fc.array(
      fc.record({
        person: fc.constantFrom('ada', 'bob'),
        afterMs: fc.integer({ min: 0, max: 8_000 }),
        deliveries: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    openingMs: fc.constantFrom(0, 0, 3_900),
    openings: fc.array(fc.constantFrom<Opening>('opens', 'refused', 'later'), { maxLength: 3 }),
    writes: fc.option(fc.constantFrom('ada', 'bob')),
    first: mishaps,
    second: mishaps,
  });

  it('is asked once and answered once, in the asker’s own chat, whatever is killed or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        async ({ answerMs, questions, openings, openingMs, writes, ...at }) => {
          const world = createWorld((count) => answerMs[count % answerMs.length] ?? 1_000, {
            opening: (count) => openings[count] ?? 'opens',
            openingMs,
          });
          const instances = [at.first, at.second].map((each) => startInstance(world, toMap(each)));
          for (const instance of instances) void instance.serveQueue();
          const ids: [string, string][] = [];
          for (const [index, { person, afterMs, deliveries }] of questions.entries()) {
            const question = privately(`question ${index}`, person);
            ids.push([questionIdOf(question.place, question.activityId), person]);
            for (const target of deliveries) {
              void instances[target]?.accept(question).catch(() => {});
              await world.clock.advance(afterMs);
            }
            const survivor = startInstance(world);
            await settled(world, survivor.accept(question));
          }
          if (writes) {
            const { deps } = startInstance(world);
            await settled(world, rememberOwnChat(inTheirChat(writes), deps));
          }
          await play(
            world,
            ids.map(([id]) => id),
            instances,
          );

          expect(world.asked).toHaveLength(questions.length);
          expect(world.overlaps).toBe(0);
          const maySendNotices = instances.some(({ diedSending }) => diedSending);
          for (const [id, person] of ids) expectOneOutcome(world, id, person, maySendNotices);
        },
      ),
      { numRuns: runs(300) },
    );
  }, 120_000);

  describe.each<[string, Opening[]]>([
    ['whose asker’s chat opens', []],
    ['whose asker’s chat opens at the second try', ['later']],
    ['whose asker’s chat is refused at first', ['refused']],
  ])('%s', (_what, openings) => {
    it('is answered there once, whichever call the only instance is killed at', async () => {
      for (let call = 0; ; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const world = createWorld(() => 2_000, {
            opening: (count) => openings[count] ?? 'opens',
          });
          const { id, instance, tookMs } = await askOnce(world, new Map([[call, kill]]));
          const where = `${kill} at call ${call}`;
          expect(world.asked, where).toHaveLength(1);
          expectOneOutcome(world, id, 'ada', instance.diedSending);
          expect(tookMs, where).toBeLessThan(32_000 + (openings[0] === 'refused' ? 62_000 : 0));
          const privateNotes = world.notes.filter(({ says }) => says === 'private');
          expect(privateNotes.length, where).toBeLessThanOrEqual(2);
          if (!instance.isAlive) continue;
          expect(world.notes.map(({ says }) => says)).toEqual(
            openings[0] === 'refused' ? ['closed', 'private'] : ['private'],
          );
          expect(call).toBeGreaterThan(30);
          return;
        }
      }
    }, 60_000);
  });

  it('says where its answer will be once, however often it is delivered', async () => {
    const world = createWorld(() => 2_000);
    const instances = [startInstance(world), startInstance(world)];
    const question = privately('one');
    for (const instance of [...instances, ...instances]) {
      void instance.accept(question).catch(() => {});
    }
    await world.clock.advance(1_000);
    expect(world.notes.map(({ says }) => says)).toEqual(['private']);
  });

  it.each<[Opening, string[]]>([
    ['opens', ['private']],
    ['later', ['private']],
    ['refused', ['private', 'closed']],
  ])(
    'says so within a second or so while the chat takes long to open, and at last %s',
    async (at, says) => {
      const world = createWorld(() => 20_000, { opening: () => at, openingMs: 3_900 });
      void startInstance(world).accept(privately('one'));
      await pass(world, 1_200, 100);
      expect(world.notes.map((each) => each.says)).toEqual(['private']);
      await pass(world, 4_000, 100);
      expect(world.notes.map((each) => each.says)).toEqual(says);
    },
  );

  it('shows its progress in the asker’s chat as soon as that opens, long before the answer', async () => {
    const world = createWorld(() => 60_000, {
      opening: (count) => (count === 0 ? 'later' : 'opens'),
    });
    const { id } = await begin(world, 5_000);
    const row = (await world.storage.questions.get(id))?.value;
    expect(row).toMatchObject({ state: 'asked', answerTo: { user: { id: 'ada' } } });
  });

  it('keeps two people’s answers apart, whose questions are interleaved', async () => {
    const world = createWorld(() => 5_000);
    const instance = startInstance(world);
    void instance.serveQueue();
    const ids: [string, string][] = [];
    for (const [index, person] of ['ada', 'bob', 'ada', 'bob'].entries()) {
      const question = privately(`question ${index}`, person);
      await settled(world, instance.accept(question));
      ids.push([questionIdOf(question.place, question.activityId), person]);
    }
    await play(
      world,
      ids.map(([id]) => id),
      [instance],
    );
    for (const [id, person] of ids) expectOneOutcome(world, id, person, false);
  });
});

describe('an answer whose asker has to open their chat first', () => {
  const closed = () => createWorld(() => 2_000, { opening: () => 'refused' as const });

  it.each([0, 4, 8, 12])('is brought at once when they write there, at 13 min %i s', async (s) => {
    const world = closed();
    const { id, instance } = await begin(world, 13 * 60_000 + s * 1_000);
    expect(shownOf(world, id)).toEqual([]);
    expect(world.notes).toEqual([{ questionId: id, says: 'closed' }]);
    await settled(world, rememberOwnChat(inTheirChat(), instance.deps));
    const tookMs = await play(world, [id], [instance]);
    expect(tookMs).toBeLessThan(3_500);
    expectOneOutcome(world, id, 'ada', false);
  });

  it.each(['killed-before', 'killed-after'] as const)(
    'is brought once, whichever call the instance that notices is %s',
    async (kill) => {
      for (let call = 0; ; call += 1) {
        const world = closed();
        const { id, instance } = await begin(world, 60_000);
        const noticing = startInstance(world, new Map([[call, kill]]));
        void rememberOwnChat(inTheirChat(), noticing.deps);
        await world.clock.advance(1_000);
        // They write once more.
        const next = startInstance(world);
        await settled(world, rememberOwnChat(inTheirChat(), next.deps));
        await play(world, [id], [instance]);
        expectOneOutcome(world, id, 'ada', false);
        if (noticing.isAlive) return;
      }
    },
  );

  it('is given up after 15 minutes, and is theirs to bring up when they write there later', async () => {
    const world = closed();
    const { id, instance } = await begin(world, 60_000);
    await play(world, [id], [instance], 30 * 60_000);
    const row = async () => (await world.storage.questions.get(id))?.value;
    expect(await row()).toMatchObject({ state: 'failed', failure: { code: 'undeliverable' } });
    expect((await row())?.endedAt).toBeLessThan(17 * 60_000 + ((await row())?.acceptedAt ?? 0));
    await settled(world, rememberOwnChat(inTheirChat(), instance.deps));
    expect((await row())?.answerTo?.conversation.id).toBe(ownChatIdOf(inTheThread()));
    expect(shownOf(world, id)).toEqual([]);
  });

  it('lets the next question of the thread have its turn after it', async () => {
    const world = closed();
    const { id, instance } = await begin(world, 60_000);
    await settled(world, instance.accept(privately('two')));
    const second = questionIdOf(inTheThread(), 'two');
    await settled(world, rememberOwnChat(inTheirChat(), instance.deps));
    await play(world, [id, second], [instance]);
    expectOneOutcome(world, id, 'ada', false);
    expectOneOutcome(world, second, 'ada', false);
  });
});

describe('over a channel that refuses', () => {
  const isAnswer = (text: string) => text.includes('42 is the answer');

  it.each<[string, Trouble[]]>([
    ['new messages for a while', [{ verb: 'post', cards: true, status: 503, times: 3 }]],
    ['to open the chat for a while', [{ verb: 'open', status: 429, times: 4 }]],
    [
      'to open the chat twice, as if they lacked the app',
      [{ verb: 'open', status: 403, times: 2 }],
    ],
    ['what is sent to a known chat', [{ cards: true, status: 404, times: 2 }]],
    ['each update', [{ verb: 'update', status: 405, times: 100 }]],
  ])('%s, the answer comes once, in the asker’s own chat', async (_what, troubles) => {
    const chat = openChat(troubles);
    const world = createWorld(() => 1_500, { chat });
    const { instance } = await askOnce(world);
    expect(instance.isAlive).toBe(true);
    await pass(world, 20_000);
    expectOnlyThere(chat);
    const answers = chat.messages().filter((versions) => versions.some(isAnswer));
    expect(answers).toHaveLength(1);
  });

  it('something of everything, nothing of the answer is ever in the thread', async () => {
    const verb = fc.constantFrom('post' as const, 'update' as const, 'open' as const);
    const times = fc.integer({ min: 1, max: 2 });
    const passing = fc.record({
      verb,
      status: fc.constantFrom(400, 403, 404, 405, 413, 429, 503),
      times,
    });
    // Only then it can have been carried out all the same.
    const unsure = fc.record(
      {
        verb,
        status: fc.constantFrom(408, 500),
        carriedOut: fc.constant(true as const),
        times,
      },
      { requiredKeys: ['verb', 'status', 'times'] },
    );
    const trouble = fc.oneof(passing, unsure);
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 3 }), mishaps, async (troubles, at) => {
        const chat = openChat(troubles);
        const world = createWorld(() => 1_500, { chat });
        await askOnce(world, toMap(at));
        expect(world.asked).toHaveLength(1);
        expectOnlyThere(chat);
        const answers = chat.messages().filter((versions) => versions.some(isAnswer));
        expect(answers.length).toBeLessThanOrEqual(1);
        const told = chat.messagesIn(ownChatIdOf(inTheThread()));
        const isTold = told.some((versions) => /42 is the answer|Error ID/.test(versions.join()));
        expect(isTold).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  }, 120_000);

  function expectOnlyThere(chat: Chat): void {
    const inThread = chat.messagesIn(thread).flat().join('\n');
    expect(inThread).not.toMatch(/42|Genie|question/);
  }
});

/** Asks one question, and lets time pass until it has ended. */
async function askOnce(world: World, at: ReadonlyMap<number, Mishap> = new Map()) {
  const instance = startInstance(world, at);
  void instance.serveQueue();
  const question = privately('one');
  const id = questionIdOf(question.place, question.activityId);
  void instance.accept(question).catch(() => {});
  await world.clock.advance(500);
  const instances: Instance[] = [instance];
  // The channel delivers until an instance takes the question.
  const next = startInstance(world);
  await settled(world, next.accept(question));
  const tookMs = await play(world, [id], instances, 40 * 60_000);
  const row = await world.storage.questions.get(id);
  expect(endStates.has(row?.value.state ?? 'received')).toBe(true);
  return { id, instance, tookMs };
}

/** Asks one question, and lets some time pass. */
async function begin(world: World, ms: number) {
  const instance = startInstance(world);
  void instance.serveQueue();
  const question = privately('one');
  await settled(world, instance.accept(question));
  await pass(world, ms);
  return { id: questionIdOf(question.place, question.activityId), instance };
}

/** Lets time pass, step by step (ms): whatever sleeps wakes when it's time. */
async function pass(world: World, ms: number, stepMs = 1_000): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) await world.clock.advance(stepMs);
}
