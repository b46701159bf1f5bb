import type { QuestionDeps } from '../deps.ts';
import { personIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import type { OwnChat } from '../session.ts';

export type OwnChatDeps = Pick<QuestionDeps, 'ownChats' | 'clock'>;

/** As long as anyone might come back to an answer. */
const keptMs = 90 * 24 * 3_600_000;

/**
 * Changes what is known of the own chat of a place's user, and returns it as it is then.
 *
 * @param change runs again if another write comes in between; if it returns the same, nothing is written
 */
export async function changeOwnChat(
  place: Place,
  { ownChats, clock }: OwnChatDeps,
  change: (chat: OwnChat) => OwnChat,
): Promise<OwnChat> {
  const id = personIdOf(place);
  return retryOnConflict(clock, async () => {
    const current = await ownChats.get(id);
    const before = current?.value ?? { id, questionIds: [], expiresAt: 0 };
    const after = change(before);
    const expiresAt = clock.now() + keptMs;
    const isStale = current !== undefined && before.expiresAt < expiresAt - keptMs / 2;
    if (after === before && !isStale) return before;
    const next = { ...after, expiresAt };
    const written = current ? await ownChats.replace(current, next) : await ownChats.insert(next);
    return written?.value ?? 'conflict';
  });
}

/** The chat at an address; without one, it has to be opened. */
export function at({ address: _before, ...chat }: OwnChat, address: OwnChat['address']): OwnChat {
  return { ...chat, ...(address && { address }) };
}
