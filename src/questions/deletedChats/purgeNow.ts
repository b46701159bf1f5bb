import { findOwnChat } from '../chats/findChat.ts';
import type { QuestionDeps } from '../deps.ts';
import { deleteChat } from './deleteChat.ts';
import { type Purge, purgeChat } from './purgeChat.ts';

/** What Genie is just being asked is over soon; its owner waits. */
const patienceMs = 10_000;
const pauseMs = 500;

/**
 * Deletes one of an owner's chats for good.
 *
 * @returns `undefined`: there is no such chat
 */
export async function purgeNow(
  id: string,
  owner: string,
  deps: QuestionDeps,
): Promise<Purge | undefined> {
  const found = await findOwnChat(id, owner, deps);
  if (found === undefined) return undefined;
  await deleteChat(id, owner, deps);
  const until = deps.clock.now() + patienceMs;
  for (;;) {
    const purge = await purgeChat(id, deps);
    if (purge.result !== 'busy' || deps.clock.now() >= until) return purge;
    await deps.clock.sleep(pauseMs);
  }
}
