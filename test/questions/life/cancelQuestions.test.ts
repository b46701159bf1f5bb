import fc from 'fast-check';
import { expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { cancelQuestions } from '../../../src/questions/life/cancelQuestions.ts';
import { endStates } from '../../../src/questions/question.ts';
import { aPlace } from '../../support/aPlace.ts';
import { runs } from '../../support/runs.ts';
import { startInstance } from './simulation/instance.ts';
import { createWorld } from './simulation/world.ts';

const place = aPlace();

it('a cancelled question is never answered, the next one is, and Genie never has two at once', async () => {
  const scenario = fc.record({
    answerMs: fc.integer({ min: 200, max: 15_000 }),
    /** How many are asked before the cancellation, and how long after the last it comes. */
    before: fc.integer({ min: 1, max: 3 }),
    gapMs: fc.integer({ min: 0, max: 3_000 }),
    waitMs: fc.integer({ min: 0, max: 20_000 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ answerMs, before, gapMs, waitMs }) => {
      const world = createWorld(() => answerMs);
      const instance = startInstance(world);
      void instance.serveQueue();
      const ids: string[] = [];
      const accept = async (index: number) => {
        const activityId = `activity-${index}`;
        ids.push(questionIdOf(place, activityId));
        void instance.accept({ place, activityId, text: `question ${index}` });
        await world.clock.advance(gapMs + 50);
      };
      for (let index = 0; index < before; index += 1) await accept(index);
      await world.clock.advance(waitMs);

      let cancelled: string[] | undefined;
      void cancelQuestions(place, instance.deps).then((result) => {
        cancelled = result.cancelled.map(({ id }) => id);
      });
      while (cancelled === undefined) await world.clock.advance(50);
      await accept(before);
      for (let time = 0; time < 10 * 60_000; time += 500) {
        await world.clock.advance(500);
        const rows = await Promise.all(ids.map((id) => world.storage.questions.get(id)));
        if (rows.every((row) => row && endStates.has(row.value.state))) break;
      }

      const shown = world.shown.map(({ questionId }) => questionId);
      expect(shown.toSorted()).toEqual(ids.filter((id) => !cancelled?.includes(id)).toSorted());
      expect(world.overlaps).toBe(0);
      const last = world.asked.at(-1);
      expect(last?.content).toMatch(new RegExp(`question ${before}$`));
      const wereAsked = world.asked.filter(({ content }) =>
        cancelled?.some((id) => ids.indexOf(id) === Number(content.replace(/.*question /, ''))),
      );
      for (const { ids: message } of wereAsked) {
        expect(last?.ids.conversationId).not.toBe(message.conversationId);
      }
    }),
    { numRuns: runs(150) },
  );
}, 60_000);
