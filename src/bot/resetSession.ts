import { changeSession, type SessionDeps, startingAnew } from '../questions/changeSession.ts';
import type { Place } from '../questions/question.ts';
import { touched } from '../questions/sessionTurn.ts';

/**
 * Has the next question start a new conversation; the old one stays in the history. A question on its way still gets
 * its answer.
 */
export async function resetSession(place: Place, deps: SessionDeps): Promise<void> {
  await changeSession(place, deps, (session) => ({
    ...startingAnew(session),
    ...touched(deps.clock.now(), deps.sessionIdleMs),
  }));
}
