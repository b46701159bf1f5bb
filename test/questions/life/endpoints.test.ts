import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { GenieError } from '../../../src/genie/errors.ts';
import { asAsker } from '../../../src/questions/deps.ts';
import { personIdOf, questionIdOf, sessionIdOf, turnIdOf } from '../../../src/questions/ids.ts';
import { cancelQuestions } from '../../../src/questions/life/cancelQuestions.ts';
import type { Place } from '../../../src/questions/place.ts';
import type { Progress } from '../../../src/questions/ports.ts';
import type { Question } from '../../../src/questions/question.ts';
import { changeSession, startingAnew } from '../../../src/questions/sessions/changeSession.ts';
import { chooseSpace } from '../../../src/questions/sessions/chooseSpace.ts';
import type { Reply } from '../../../src/serving/types.ts';
import { aPlace } from '../../support/aPlace.ts';
import { runs } from '../../support/runs.ts';
import { acceptDespiteKill } from './simulation/acceptDespiteKill.ts';
import { type Instance, startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type World } from './simulation/world.ts';

const endpoints = ['agent'];
const place = aPlace();

/** From now on a place's user asks the endpoint. */
async function choose(world: World, where: Place = place): Promise<void> {
  const { deps } = startInstance(world);
  await settled(world, chooseSpace('endpoint:agent', where, asAsker(where, deps)));
}

const shownOf = (world: World, id: string) =>
  world.shown.filter(({ questionId }) => questionId === id).map(({ what }) => what);
const callsFor = (world: World, text: string) =>
  world.invoked.filter(({ turns }) => turns.at(-1)?.question === text);

describe('a question to an endpoint', () => {
  const mishaps = someMishaps(80);
  const history = fc.record({
    answerMs: fc.array(fc.integer({ min: 200, max: 40_000 }), { minLength: 1, maxLength: 4 }),
    questions: fc.array(
      fc.record({
        person: fc.integer({ min: 0, max: 2 }),
        afterMs: fc.integer({ min: 0, max: 8_000 }),
        deliveries: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    first: mishaps,
    second: mishaps,
  });

  it('is asked once, and again only after a kill, and answered once, beside others to Genie', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ answerMs, questions, first, second }) => {
        const world = createWorld((count) => answerMs[count % answerMs.length] ?? 1_000, {
          endpoints,
        });
        const placeOf = (person: number) => aPlace({ user: { id: `person-${person}` } });
        // The third asks Genie.
        for (const person of [0, 1]) await choose(world, placeOf(person));
        const instances = [first, second].map((at) => startInstance(world, toMap(at)));
        for (const instance of instances) void instance.serveQueue();
        const asked: { id: string; text: string; isGenies: boolean }[] = [];
        for (const [index, { person, afterMs, deliveries }] of questions.entries()) {
          const where = placeOf(person);
          const activityId = `activity-${index}`;
          const text = `question ${index}`;
          asked.push({ id: questionIdOf(where, activityId), text, isGenies: person === 2 });
          for (const target of deliveries) {
            void instances[target]?.accept({ place: where, activityId, text }).catch(() => {});
            await world.clock.advance(afterMs);
          }
          // The channel delivers until an instance takes the question.
          await settled(world, startInstance(world).accept({ place: where, activityId, text }));
        }
        await play(
          world,
          asked.map(({ id }) => id),
          instances,
        );

        const kills = instances.filter(({ isAlive }) => !isAlive).length;
        const maySendNotices = instances.some(({ diedSending }) => diedSending);
        expect(world.asked).toHaveLength(asked.filter(({ isGenies }) => isGenies).length);
        expect(world.overlaps).toBe(0);
        for (const { id, text, isGenies } of asked) {
          const shown = shownOf(world, id);
          expect(shown.filter((what) => what === 'answer').length).toBeLessThanOrEqual(1);
          if (!maySendNotices) expect(shown, text).toHaveLength(1);
          const calls = callsFor(world, text);
          expect(calls.length, text).toBeLessThanOrEqual(isGenies ? 0 : 1 + kills);
          // A lost answer can't be fetched: that is what its asker is told.
          const lost = shown.filter((what) => what === 'genie-unreachable');
          if (shown[0] !== 'answer' && !maySendNotices) expect(lost, text).toHaveLength(1);
        }
      }),
      { numRuns: runs(300) },
    );
  }, 120_000);

  it.each([2_000, 40_000])(
    'that takes %i ms is answered once, and asked twice at most, whichever call the only instance is killed at',
    async (answerMs) => {
      for (let call = 0; ; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const world = createWorld(() => answerMs, { endpoints });
          await choose(world);
          const instance = startInstance(world, new Map([[call, kill]]));
          const question = { place, activityId: 'one', text: 'How many?' };
          const id = questionIdOf(place, 'one');
          const instances = await acceptDespiteKill(world, instance, question, id);
          const tookMs = await play(world, [id], instances);
          if (instance.isAlive) {
            expect(call).toBeGreaterThan(25);
            return;
          }
          const where = `${kill} at call ${call}`;
          expect(tookMs, where).toBeLessThan(2 * answerMs + 30_000);
          const hasAnswered = world.invoked.filter(({ end }) => end === 'answered').length;
          expect(world.invoked.length, where).toBeLessThanOrEqual(2);
          expect(hasAnswered, where).toBeGreaterThanOrEqual(1);
          const shown = shownOf(world, id);
          if (instance.diedSending) expect(shown, where).toContain('delivery-unsure');
          else expect(shown, where).toEqual(['answer']);
        }
      }
    },
    60_000,
  );
});

describe('an endpoint', () => {
  let world: World;
  let instance: Instance;
  let progress: Progress[];
  let replies: (Reply | Error)[];
  let count: number;
  const answerMs = 5_000;

  beforeEach(async () => {
    count = 0;
    replies = [];
    progress = [];
    world = createWorld(() => answerMs, {
      endpoints,
      reply: ({ turns }) =>
        replies.shift() ?? { text: `The answer to ${turns.at(-1)?.question}.`, traceId: 'tr-1' },
    });
    world.courier.showProgress = async (_question, shown) => {
      progress.push(shown);
      return 'progress';
    };
    await choose(world);
    instance = startInstance(world);
    void instance.serveQueue();
  });

  type More = Partial<Pick<Question, 'replaces' | 'decision'>>;

  async function accept(text: string, more: More = {}): Promise<string> {
    count += 1;
    const activityId = `activity-${count}`;
    await settled(world, instance.accept({ place, activityId, text, ...more }));
    return questionIdOf(place, activityId);
  }
  async function ask(text: string, more: More = {}): Promise<Question> {
    const id = await accept(text, more);
    await play(world, [id], [instance]);
    return rowOf(id);
  }
  async function rowOf(id: string): Promise<Question> {
    const row = (await world.storage.questions.get(id))?.value;
    if (!row) throw new Error('no row');
    return row;
  }
  const said = (call = world.invoked.at(-1)) => call?.turns.map(({ question }) => question);
  const reset = () =>
    settled(
      world,
      changeSession(place, instance.deps, (session) => startingAnew(session)),
    );

  it('is told what was said before, and not who asks', async () => {
    await ask('one');
    await ask('two');
    const [first, second] = world.invoked;
    expect(first).toMatchObject({ name: 'agent', turns: [{ question: 'one' }] });
    expect(second?.turns).toEqual([
      { question: 'one', answer: { text: 'The answer to one.', traceId: 'tr-1' } },
      { question: 'two' },
    ]);
    expect(second?.conversationId).toBe(first?.conversationId);
    expect(first?.userKey).toBe(personIdOf(place));
    expect(JSON.stringify(world.invoked)).not.toMatch(/Ada|unverified|unknown/);
  });

  it('isn’t told what came before a reset, and is still the one that’s asked', async () => {
    await ask('one');
    await reset();
    await ask('two');
    expect(said()).toEqual(['two']);
    expect(world.asked).toEqual([]);
  });

  it('isn’t told of an answer that is asked for again, nor of the one that was replaced before', async () => {
    const first = await ask('one');
    const second = await ask('one', { replaces: first.messageId ?? '' });
    expect(said()).toEqual(['one']);
    await ask('two');
    expect(said()).toEqual(['one', 'two']);
    await ask('one', { replaces: second.messageId ?? '' });
    expect(said()).toEqual(['two', 'one']);
  });

  it('keeps an answer in the history whose replacement failed', async () => {
    const first = await ask('one');
    replies = [new GenieError('endpoint-failed', 'no', { acted: 'maybe' })];
    await ask('one', { replaces: first.messageId ?? '' });
    await ask('two');
    expect(said()).toEqual(['one', 'two']);
  });

  it('goes on with a conversation in which a question failed', async () => {
    await ask('one');
    replies = [new GenieError('endpoint-failed', 'no', { acted: 'maybe' })];
    const failed = await ask('two');
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'endpoint-failed' } });
    await ask('three');
    expect(said()).toEqual(['one', 'three']);
  });

  it('hears what its asker decided, even if a kill left the decision behind once', async () => {
    const approval = { id: 'r-1', name: 'send_mail', arguments: '{}' };
    replies = [{ text: 'May I?', approval }];
    const { spaceId = '', conversationId = '' } = await ask('one');
    const lost = { spaceId, conversationId, messageId: 'lost' };
    const { turns } = world.storage;
    const times = { askedAt: world.clock.now(), expiresAt: world.clock.now() + 60_000 };
    await turns.insert({ ...lost, ...times, id: turnIdOf(lost), question: 'Yes, do it' });
    await ask('Yes, do it', { decision: { requestId: 'r-1', isApproved: true } });
    expect(world.invoked.at(-1)?.turns).toEqual([
      { question: 'one', answer: { text: 'May I?', approval } },
      { question: 'Yes, do it', decision: { requestId: 'r-1', isApproved: true } },
    ]);
  });

  describe('that was allowed to do something', () => {
    const approval = { id: 'r-1', name: 'send_mail', arguments: '{}' };
    const decision = { requestId: 'r-1', isApproved: true };
    const allow = (more: More = { decision }) => ask('Yes, do it', more);
    const decided = () => world.invoked.filter(({ turns }) => turns.at(-1)?.decision);

    beforeEach(async () => {
      replies = [{ text: 'May I?', approval }];
      await ask('one');
    });

    it.each(['killed-before', 'killed-after'] as const)(
      'does it once, and its asker hears of it once, whichever call the instance is %s',
      async (kill) => {
        for (let call = 0; ; call += 1) {
          const where = `${kill} at call ${call}`;
          if (call > 0) {
            replies = [{ text: 'May I?', approval }];
            await ask('one');
          }
          instance.kill();
          const known = decided().length;
          const doomed = startInstance(world, new Map([[call, kill]]));
          void doomed.serveQueue();
          const arrival = { place, activityId: where, text: 'Yes, do it', decision };
          const id = questionIdOf(place, where);
          void doomed.accept(arrival);
          await world.clock.advance(500);
          instance = doomed.isAlive ? doomed : startInstance(world);
          if (!doomed.isAlive) void instance.serveQueue();
          if (!(await world.storage.questions.get(id)))
            await settled(world, instance.accept(arrival));
          const instances = [instance];
          await play(world, [id], instances);
          instance = instances.at(-1) ?? instance;

          const calls = decided().slice(known);
          expect(calls.length, where).toBeLessThanOrEqual(1);
          const shown = shownOf(world, id);
          if (!doomed.diedSending) expect(shown, where).toHaveLength(1);
          const isToldNothing = shown.every(
            (what) => what !== 'answer' && !what.endsWith('-unsure'),
          );
          expect(isToldNothing, where).toBe(false);
          if (doomed.isAlive) {
            expect(call).toBeGreaterThan(25);
            return;
          }
        }
      },
      60_000,
    );

    it.each(['endpoint-cut-off', 'endpoint-starting', 'endpoint-failed'] as const)(
      'isn’t called again after %s, which tells nothing of what it did',
      async (code) => {
        replies = [new GenieError(code, code, { acted: 'maybe' })];
        const row = await allow();
        expect(row).toMatchObject({ state: 'failed', failure: { code: 'endpoint-unsure' } });
        expect(decided()).toHaveLength(1);
      },
    );

    it('is called again if it certainly did nothing', async () => {
      const details = { acted: 'no', status: 429, retryAfterMs: 10_000 } as const;
      replies = [new GenieError('endpoint-busy', '429', details)];
      expect((await allow()).state).toBe('delivered');
      expect(decided()).toHaveLength(2);
    });

    it('is called again after a kill if it wasn’t allowed to', async () => {
      const id = await accept('No', { decision: { requestId: 'r-1', isApproved: false } });
      await world.clock.advance(2_000);
      instance.kill();
      instance = startInstance(world);
      void instance.serveQueue();
      await play(world, [id], [instance]);
      expect((await rowOf(id)).state).toBe('delivered');
      expect(decided()).toHaveLength(2);
    });
  });

  it.each(['endpoint:older', 'space'])(
    'isn’t told what was said to %s, which people can’t ask any longer',
    async (spaceId) => {
      const { conversationId, id } = await ask('one');
      // An admin has changed the settings since.
      await settled(
        world,
        changeSession(place, instance.deps, (session) => ({ ...session, spaceId })),
      );
      instance.kill();
      instance = startInstance(world, new Map(), { asksGenie: false });
      void instance.serveQueue();
      const row = await ask('two');
      expect(said()).toEqual(['two']);
      expect(row.conversationId).not.toBe(conversationId);
      expect(row.startedAnew).toBe('space');
      expect((await rowOf(id)).spaceId).toBe('endpoint:agent');
      await ask('three');
      expect(said()).toEqual(['two', 'three']);
    },
  );

  it('forgets a conversation with its session, and the next question starts another', async () => {
    await ask('one');
    await world.clock.advance(4 * 3_600_000 + 1_000);
    const row = await ask('two');
    expect(row.startedAnew).toBe('idle');
    expect(said()).toEqual(['two']);
  });

  it('remembers a conversation as long as its session is active, however old its first turn', async () => {
    for (const text of ['one', 'two', 'three']) {
      await ask(text);
      await world.clock.advance(3 * 3_600_000);
    }
    await ask('four');
    expect(said()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('shows what is said as it grows', async () => {
    await ask('one');
    const texts = progress.flatMap((shown) => shown.said?.text ?? []);
    expect(texts[0]).toBe('The answer');
    expect(new Set(progress.map(({ status }) => status))).toEqual(
      new Set(['ACCEPTED', 'ENDPOINT_WORKING']),
    );
  });

  describe('that is starting', () => {
    const starting = () =>
      new GenieError('endpoint-starting', '503', { acted: 'maybe', status: 503 });

    it('is called again until it is there, and its asker reads why it takes so long', async () => {
      replies = [starting(), starting(), starting()];
      const row = await ask('one');
      expect(row.state).toBe('delivered');
      expect(world.invoked).toHaveLength(4);
      const told = progress.filter(({ status }) => status === 'ENDPOINT_STARTING');
      expect(told).toHaveLength(1);
    });

    it('is given up after 100 s', async () => {
      replies = Array.from({ length: 100 }, starting);
      const id = await accept('one');
      const tookMs = await play(world, [id], [instance]);
      expect((await rowOf(id)).failure?.code).toBe('endpoint-starting');
      expect(tookMs).toBeGreaterThan(85_000);
      expect(tookMs).toBeLessThan(115_000);
      expect(progress.map(({ status }) => status)).not.toContain('NO_ANSWER');
    });
  });

  it('that has reached its limit is called again when it says', async () => {
    const details = { acted: 'no', status: 429, retryAfterMs: 150_000 } as const;
    replies = [new GenieError('endpoint-busy', '429', details)];
    const row = await ask('one');
    expect(row.state).toBe('delivered');
    const [first, second] = world.invoked;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(150_000);
  });

  it.each([
    ['endpoint-forbidden', 'no'],
    ['endpoint-not-found', 'no'],
    ['endpoint-declined', 'no'],
    ['endpoint-failed', 'maybe'],
    ['endpoint-cut-off', 'maybe'],
    ['endpoint-timeout', 'maybe'],
    ['genie-unreachable', 'maybe'],
  ] as const)('that answers %s is called once, and the asker told', async (code, acted) => {
    replies = [new GenieError(code, code, { acted })];
    const row = await ask('one');
    expect(row).toMatchObject({ state: 'failed', failure: { code } });
    expect(row.failure?.silentMs).toBeUndefined();
    expect(world.invoked).toHaveLength(1);
    expect(shownOf(world, row.id)).toEqual([code]);
  });

  it('has no place in Genie’s line, and isn’t refused because that is full or Genie is down', async () => {
    const { budgets, clock } = { ...world.storage, ...world };
    const at = clock.now() + 60_000;
    const starts = Array.from({ length: 1_000 }, (_, index) => ({ questionId: `q-${index}`, at }));
    const outage = { since: clock.now(), isProven: true as const, probeAt: clock.now() + 60_000 };
    const before = await budgets.insert({ id: 'workspace', starts, outage });
    await world.clock.advance(2_000);
    const row = await ask('one');
    expect(row.state).toBe('delivered');
    expect(row.troubledSince).toBeUndefined();
    expect((await budgets.get('workspace'))?.etag).toBe(before?.etag);
    expect(progress.map(({ status }) => status)).not.toContain('NO_ANSWER');
  });

  it('is no longer called once its question is cancelled, and keeps the conversation', async () => {
    await ask('one');
    const id = await accept('two');
    await world.clock.advance(1_500);
    const cancelling = cancelQuestions(place, asAsker(place, instance.deps));
    await settled(world, cancelling);
    await world.clock.advance(5_000);
    expect(world.invoked.at(-1)?.end).toBe('ended early');
    expect(shownOf(world, id)).toEqual([]);
    await ask('three');
    expect(said()).toEqual(['one', 'three']);
  });

  it('answers one question at a time in a conversation', async () => {
    const ids = [await accept('one'), await accept('two'), await accept('three')];
    await play(world, ids, [instance]);
    expect(world.invoked.map((call) => said(call))).toEqual([
      ['one'],
      ['one', 'two'],
      ['one', 'two', 'three'],
    ]);
    const session = await world.storage.sessions.get(sessionIdOf(place));
    expect(session?.value.activeQuestionId).toBeUndefined();
  });
});
