import type { Place } from '../place.ts';
import { changeSession, type SessionDeps } from './changeSession.ts';
import { newSession } from './sessionTurn.ts';

/**
 * Forgets who the place's user is, what they chose and what they asked here. An open question still gets its answer,
 * and the audit trail keeps its rows.
 */
export async function forgetPerson(place: Place, deps: SessionDeps): Promise<void> {
  const { clock, sessionIdleMs } = deps;
  await changeSession(place, deps, ({ id, generation, welcomed, activeQuestionId }) => ({
    ...newSession(id, place, clock.now(), sessionIdleMs),
    generation: generation + 1,
    welcomed,
    ...(activeQuestionId && { activeQuestionId }),
    forgottenAt: clock.now(),
  }));
}
