import type { Clock } from '../../common/clock.ts';
import { sessionIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { SessionStore } from '../ports.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import type { Session } from '../session.ts';
import { openSession, withoutConversation } from './sessionTurn.ts';

export interface SessionDeps {
  sessions: SessionStore;
  clock: Clock;
  sessionIdleMs: number;
}

/**
 * Changes the session of a place's user, which begins here where there is none.
 *
 * @param change runs again where somebody else wrote in between; a session that it hands back as it was is not written
 * @returns the session as it is now, and as it was
 */
export async function changeSession(
  place: Place,
  deps: SessionDeps,
  change: (session: Session) => Session,
): Promise<{ before: Session; after: Session }> {
  return retryOnConflict(deps.clock, async () => {
    const current = await openSession(sessionIdOf(place), place, deps);
    if (current === undefined) return 'conflict';
    const before = current.value;
    const after = change(before);
    if (after === before) return { before, after };
    return (await deps.sessions.replace(current, after)) ? { before, after } : 'conflict';
  });
}

/** The session whose next question starts a new conversation. What is on its way cannot bring the old one back. */
export function startingAnew(session: Session): Session {
  return { ...withoutConversation(session), generation: session.generation + 1 };
}
