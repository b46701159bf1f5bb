import { endStates } from '../../../../src/questions/question.ts';
import { type Instance, startInstance } from './instance.ts';
import type { World } from './world.ts';

const stepMs = 500;

/**
 * Lets time pass until every question has ended, or `limitMs`; all instances killed, a new one starts within five
 * seconds. Returns how long it took (ms).
 */
export async function play(
  world: World,
  questionIds: readonly string[],
  instances: Instance[],
  limitMs = 20 * 60_000,
): Promise<number> {
  const startedAt = world.clock.now();
  for (let time = 0; time < limitMs; time += stepMs) {
    await world.clock.advance(stepMs);
    if (time % 5_000 === 0 && instances.every(({ isAlive }) => !isAlive)) {
      const instance = startInstance(world);
      instances.push(instance);
      void instance.serveQueue();
    }
    const rows = await Promise.all(questionIds.map((id) => world.storage.questions.get(id)));
    if (rows.every((row) => row && endStates.has(row.value.state))) break;
  }
  return world.clock.now() - startedAt;
}

/** Waits for what itself waits for the world's time. */
export async function settled<T>(world: World, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) await world.clock.advance(50);
  return done;
}
