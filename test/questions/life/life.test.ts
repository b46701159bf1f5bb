import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { aPlace } from '../../support/aPlace.ts';
import { runs } from '../../support/runs.ts';
import { startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type Lists, type World } from './simulation/world.ts';

function shownOf(world: World, id: string): string[] {
  return world.shown.filter(({ questionId }) => questionId === id).map(({ what }) => what);
}

describe('the life of a question', () => {
  const mishaps = someMishaps(60);
  const scenario = fc.record({
    answerMs: fc.array(fc.integer({ min: 200, max: 40_000 }), { minLength: 1, maxLength: 4 }),
    questions: fc.array(
      fc.record({
        person: fc.integer({ min: 0, max: 2 }),
        afterMs: fc.integer({ min: 0, max: 8_000 }),
        sameWords: fc.boolean(),
        deliveries: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    rowsMs: fc.array(fc.constantFrom(0, 0, 2_000, 12_000), { minLength: 1, maxLength: 4 }),
    perMinute: fc.constantFrom(2, 60),
    first: mishaps,
    second: mishaps,
    lists: fc.record<Lists>({
      order: fc.constantFrom<Lists['order']>('newest-first', 'oldest-first', 'shuffled'),
      pageSize: fc.constantFrom(1, 3, 20),
      timed: fc.boolean(),
      older: fc.constantFrom(0, 5, 30),
    }),
    refused: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  });

  it('asks each question once and answers it once, whatever is killed, refused or lost, and however Genie’s lists come', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (history) => {
        const { answerMs, rowsMs, questions, perMinute, first, second, lists, refused } = history;
        const settings = { questionsPerMinute: perMinute };
        const world = createWorld((count) => answerMs[count % answerMs.length] ?? 1_000, {
          rowsMs: (count) => rowsMs[count % rowsMs.length] ?? 0,
          lists,
          refusesFollowUp: (count) => refused[count % refused.length] ?? false,
        });
        const instances = [first, second].map((at) => startInstance(world, toMap(at), settings));
        for (const instance of instances) void instance.serveQueue();

        const ids: string[] = [];
        for (const [index, { person, afterMs, sameWords, deliveries }] of questions.entries()) {
          const place = aPlace({ user: { id: `person-${person}` } });
          const activityId = `activity-${index}`;
          const text = sameWords ? 'the same' : `question ${index}`;
          ids.push(questionIdOf(place, activityId));
          for (const target of deliveries) {
            void instances[target]?.accept({ place, activityId, text }).catch(() => {});
            await world.clock.advance(afterMs);
          }
          // The channel delivers until an instance takes the question.
          const survivor = startInstance(world, new Map(), settings);
          await settled(world, survivor.accept({ place, activityId, text }));
        }
        await play(world, ids, instances);

        expect(world.asked).toHaveLength(questions.length);
        expect(world.overlaps).toBe(0);
        expect(world.latePreviews).toBe(0);
        const maySendNotices = instances.some(({ diedSending }) => diedSending);
        for (const id of ids) expectOneOutcome(shownOf(world, id), maySendNotices);
      }),
      { numRuns: runs(400) },
    );
  }, 120_000);

  describe.each([
    [2_000, 0],
    [40_000, 0],
    [2_000, 9_000],
  ])('when Genie takes %i ms, and the rows take %i ms more,', (answerMs, rowsMs) => {
    it('is carried on within 30 s, whichever call the only instance is killed at', async () => {
      for (let call = 0; ; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const world = createWorld(() => answerMs, { rowsMs: () => rowsMs });
          const instance = startInstance(world, new Map([[call, kill]]));
          void instance.serveQueue();
          const place = aPlace();
          const question = { place, activityId: 'one', text: 'How many?' };
          void instance.accept(question);
          await world.clock.advance(500);
          const instances = [instance];
          if (!(await world.storage.questions.get(questionIdOf(place, 'one')))) {
            // Killed before it could say 200: the channel delivers again.
            const next = startInstance(world);
            void next.serveQueue();
            instances.push(next);
            await settled(world, next.accept(question));
          }
          const tookMs = await play(world, [questionIdOf(place, 'one')], instances);
          if (instance.isAlive) {
            expect(call).toBeGreaterThan(30);
            return;
          }
          const where = `${kill} at call ${call}`;
          expect(tookMs, where).toBeLessThan(answerMs + rowsMs + 30_000);
          expect(world.latePreviews, where).toBe(0);
          expect(world.asked, where).toHaveLength(1);
          expectOneOutcome(shownOf(world, questionIdOf(place, 'one')), instance.diedSending);
        }
      }
    });
  });
});

describe('a question that waits for its turn', () => {
  it('gets it within 30 s, at whichever of its calls the only instance is killed', async () => {
    for (let call = 0; ; call += 1) {
      for (const kill of ['killed-before', 'killed-after'] as const) {
        const world = createWorld(() => 20_000);
        const instance = startInstance(world, new Map([[call, kill]]));
        void instance.serveQueue();
        const instances = [instance];
        const place = aPlace();
        const ids: string[] = [];
        for (const activityId of ['one', 'two']) {
          const question = { place, activityId, text: activityId };
          const id = questionIdOf(place, activityId);
          ids.push(id);
          void instance.accept(question);
          await world.clock.advance(500);
          if (await world.storage.questions.get(id)) continue;
          // Killed before it could say 200: the channel delivers again.
          const next = startInstance(world);
          void next.serveQueue();
          instances.push(next);
          await settled(world, next.accept(question));
        }
        const tookMs = await play(world, ids, instances);
        if (instance.isAlive) {
          expect(call).toBeGreaterThan(60);
          return;
        }
        const where = `${kill} at call ${call}`;
        expect(tookMs, where).toBeLessThan(70_000);
        expect(world.asked, where).toHaveLength(2);
        expect(world.overlaps, where).toBe(0);
        for (const id of ids) expectOneOutcome(shownOf(world, id), instance.diedSending);
      }
    }
  }, 60_000);
});

describe('a follow-up that is refused, because its conversation is another’s,', () => {
  it('is asked once in a new one, at whichever of its calls the only instance is killed', async () => {
    for (let call = 0; ; call += 1) {
      for (const kill of ['killed-before', 'killed-after'] as const) {
        const world = createWorld(() => 2_000, { refusesFollowUp: () => true });
        const place = aPlace();
        const settler = startInstance(world);
        void settler.serveQueue();
        await settled(world, settler.accept({ place, activityId: 'one', text: 'one' }));
        await play(world, [questionIdOf(place, 'one')], [settler]);
        settler.kill();

        const instance = startInstance(world, new Map([[call, kill]]));
        void instance.serveQueue();
        const instances = [instance];
        const question = { place, activityId: 'two', text: 'two' };
        const id = questionIdOf(place, 'two');
        void instance.accept(question);
        await world.clock.advance(500);
        if (!(await world.storage.questions.get(id))) {
          // Killed before it could say 200: the channel delivers again.
          const next = startInstance(world);
          void next.serveQueue();
          instances.push(next);
          await settled(world, next.accept(question));
        }
        await play(world, [id], instances);
        if (instance.isAlive) {
          expect(call).toBeGreaterThan(30);
          return;
        }
        const where = `${kill} at call ${call}`;
        expect(world.asked, where).toHaveLength(2);
        expectOneOutcome(shownOf(world, id), instance.diedSending);
        const row = (await world.storage.questions.get(id))?.value;
        expect(row?.startedAnew, where).toBe('conversation-gone');
      }
    }
  }, 60_000);
});

/** An answer, once. If an instance was killed while sending it, the asker is told instead, or too, that it might be missing. */
function expectOneOutcome(shown: string[], mayBeNotices: boolean): void {
  if (mayBeNotices) {
    expect(shown.filter((what) => what === 'answer').length).toBeLessThanOrEqual(1);
    expect([...new Set(['answer', 'delivery-unsure', ...shown])]).toHaveLength(2);
    expect(shown).not.toEqual([]);
  } else {
    expect(shown).toEqual(['answer']);
  }
}
