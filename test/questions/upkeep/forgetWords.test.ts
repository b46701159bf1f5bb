import { describe, expect, it } from 'vitest';
import { forgetWords } from '../../../src/questions/upkeep/forgetWords.ts';
import { anAnswerOf } from '../life/simulation/anAnswerOf.ts';
import { startInstance } from '../life/simulation/instance.ts';
import { settled } from '../life/simulation/play.ts';
import { openStage } from '../life/simulation/stage.ts';
import { startRun } from '../life/simulation/startRun.ts';

const minute = 60_000;

describe('what a subscription asked', () => {
  it.each([
    ['was shown', 1],
    ['was kept back', 1_000_000],
  ])('and %s: its row forgets columns, rows and figures with the words', async (_how, limit) => {
    const stage = openStage(1_000, {
      settings: { subscriptions: { mostOfOne: 10 }, keepQuestionsMs: 90 * 24 * 60 * minute },
    });
    stage.world.genie.readAnswer = async () => anAnswerOf(4711.25);
    const condition = { only: 'above', of: { column: 'Revenue' }, limit } as const;
    const id = await startRun(stage.world, { condition });
    await stage.pass(minute);
    expect((await stage.rowOf(id))?.run?.finding).toMatchObject({ now: 4711.25 });
    await stage.pass(6 * 60 * minute);
    const { deps } = startInstance(stage.world);
    await settled(stage.world, forgetWords(deps));
    const row = await stage.rowOf(id);
    expect(row).toMatchObject({ state: 'delivered', run: { schedule: { every: 'day' } } });
    expect(JSON.stringify(row)).not.toMatch(/4711\.25|Revenue|finding|condition/);
  });
});
