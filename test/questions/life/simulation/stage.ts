import { questionIdOf } from '../../../../src/questions/ids.ts';
import type { Place } from '../../../../src/questions/place.ts';
import type { Question } from '../../../../src/questions/question.ts';
import { aPlace } from '../../../support/aPlace.ts';
import { type Instance, startInstance } from './instance.ts';
import { settled } from './play.ts';
import { createWorld, type World } from './world.ts';

const stepMs = 500;

/** A world with one instance, which serves the queue. */
export interface Stage {
  world: World;
  instance: Instance;
  /** Asks `count` questions in all, each as an activity of its own, and returns the question's id. */
  ask(place?: Place): Promise<string>;
  rowOf(id: string): Promise<Question | undefined>;
  /** What people see, in order. */
  shown(): string[];
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
}

/**
 * @param answerMs how long Genie takes
 * @param prepare changes the world before the instance starts
 */
export function openStage(
  answerMs: number,
  {
    settings,
    prepare = () => {},
  }: { settings?: Parameters<typeof startInstance>[2]; prepare?: (world: World) => void } = {},
): Stage {
  const world = createWorld(() => answerMs);
  prepare(world);
  const instance = startInstance(world, new Map(), settings);
  void instance.serveQueue();
  let count = 0;
  return {
    world,
    instance,
    async ask(place = aPlace()) {
      const activityId = `activity-${++count}`;
      await settled(world, instance.accept({ place, activityId, text: `question ${count}` }));
      return questionIdOf(place, activityId);
    },
    rowOf: async (id) => (await world.storage.questions.get(id))?.value,
    shown: () => world.shown.map(({ what }) => what),
    async pass(ms) {
      for (let passed = 0; passed < ms; passed += stepMs) await world.clock.advance(stepMs);
    },
  };
}
