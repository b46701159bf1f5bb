import { type Instance, startInstance } from './instance.ts';
import { settled } from './play.ts';
import type { World } from './world.ts';

type Incoming = Parameters<Instance['accept']>[0];

/**
 * Has an instance accept a question. If it was killed before it could say 200, the channel delivers again, to another.
 *
 * @param id the question's
 * @returns all instances
 */
export async function acceptDespiteKill(
  world: World,
  instance: Instance,
  question: Incoming,
  id: string,
): Promise<Instance[]> {
  void instance.serveQueue();
  void instance.accept(question);
  await world.clock.advance(500);
  if (await world.storage.questions.get(id)) return [instance];
  const next = startInstance(world);
  void next.serveQueue();
  await settled(world, next.accept(question));
  return [instance, next];
}
