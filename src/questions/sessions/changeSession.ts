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
 * Changes the session of a place's user, creating it if there is none.
 *
 * @param change runs again if another write comes in between; if it returns the same session, nothing is written
 * @returns the session before and after
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

/** The session with a new conversation for the next question. Open questions can't bring the old one back. */
export function startingAnew(session: Session): Session {
  return { ...withoutConversation(session), generation: session.generation + 1 };
}
