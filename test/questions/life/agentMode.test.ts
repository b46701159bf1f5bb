import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { aPlace } from '../../support/aPlace.ts';
import { runs } from '../../support/runs.ts';
import { acceptDespiteKill } from './simulation/acceptDespiteKill.ts';
import { startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type World } from './simulation/world.ts';

const shownOf = (world: World, id: string) =>
  world.shown.filter(({ questionId }) => questionId === id).map(({ what }) => what);

/** An answer, once. If an instance was killed while sending it, the asker is told instead, or too, that it might be missing. */
function expectOneOutcome(shown: string[], mayBeNotices: boolean): void {
  if (!mayBeNotices) {
    expect(shown).toEqual(['answer']);
    return;
  }
  expect(shown.filter((what) => what === 'answer').length).toBeLessThanOrEqual(1);
  expect([...new Set(['answer', 'delivery-unsure', ...shown])]).toHaveLength(2);
  expect(shown).not.toEqual([]);
}

describe('a question in agent mode', () => {
  it.each([0, 1, 2, 99])(
    'is asked once and answered once, whichever call the only instance is killed at, with streams that break after %i events',
    async (events) => {
      for (let call = 0; ; call += 1) {
        for (const kill of ['killed-before', 'killed-after'] as const) {
          const world = createWorld(() => 20_000, { agentCuts: () => events });
          const instance = startInstance(world, new Map([[call, kill]]));
          const place = aPlace();
          const question = { place, activityId: 'one', text: 'How many?' };
          const id = questionIdOf(place, 'one');
          const instances = await acceptDespiteKill(world, instance, question, id);
          const tookMs = await play(world, [id], instances);
          if (instance.isAlive) {
            expect(call).toBeGreaterThan(20);
            return;
          }
          const where = `${kill} at call ${call}`;
          expect(tookMs, where).toBeLessThan(60_000);
          expect(world.asked, where).toHaveLength(1);
          expectOneOutcome(shownOf(world, id), instance.diedSending);
        }
      }
    },
    60_000,
  );

  const mishaps = someMishaps(60);
  const history = fc.record({
    answerMs: fc.array(fc.integer({ min: 200, max: 40_000 }), { minLength: 1, maxLength: 4 }),
    cuts: fc.array(fc.constantFrom(0, 1, 2, 3, 99), { minLength: 1, maxLength: 4 }),
    questions: fc.array(
      fc.record({
        person: fc.integer({ min: 0, max: 2 }),
        afterMs: fc.integer({ min: 0, max: 8_000 }),
        sameWords: fc.boolean(),
        target: fc.integer({ min: 0, max: 1 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    first: mishaps,
    second: mishaps,
    refused: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  });

  it('is asked once and answered once, whatever is killed, refused, cut or lost', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ answerMs, cuts, questions, first, second, refused }) => {
        const world = createWorld((count) => answerMs[count % answerMs.length] ?? 1_000, {
          agentCuts: (count) => cuts[count % cuts.length] ?? 99,
          refusesFollowUp: (count) => refused[count % refused.length] ?? false,
        });
        const instances = [first, second].map((at) => startInstance(world, toMap(at)));
        for (const instance of instances) void instance.serveQueue();
        const ids: string[] = [];
        for (const [index, { person, afterMs, sameWords, target }] of questions.entries()) {
          const place = aPlace({ user: { id: `person-${person}` } });
          const activityId = `activity-${index}`;
          const question = { place, activityId, text: sameWords ? 'the same' : `number ${index}` };
          ids.push(questionIdOf(place, activityId));
          void instances[target]?.accept(question).catch(() => {});
          await world.clock.advance(afterMs);
          // The channel delivers until an instance takes the question.
          await settled(world, startInstance(world).accept(question));
        }
        await play(world, ids, instances);

        expect(world.asked).toHaveLength(questions.length);
        expect(world.overlaps).toBe(0);
        const maySendNotices = instances.some(({ diedSending }) => diedSending);
        for (const id of ids) expectOneOutcome(shownOf(world, id), maySendNotices);
      }),
      { numRuns: runs(200) },
    );
  }, 120_000);
});
