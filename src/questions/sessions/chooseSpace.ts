import { sessionIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import { changeSession, type SessionDeps, startingAnew } from './changeSession.ts';
import { touched } from './sessionTurn.ts';
import { type SpaceDeps, spaceOf } from './spaceOf.ts';

/**
 * Sends the next questions of a place's user to a space, in a new conversation. The caller checks that the space is
 * allowed.
 *
 * @returns false if they already went there: the conversation continues
 */
export async function chooseSpace(
  spaceId: string,
  place: Place,
  deps: SessionDeps & SpaceDeps,
): Promise<boolean> {
  const session = await deps.sessions.get(sessionIdOf(place));
  const isThere = spaceId === (await spaceOf(session?.value ?? {}, place, deps));
  await changeSession(place, deps, (session) => ({
    ...(isThere ? session : startingAnew(session)),
    chosenSpaceId: spaceId,
    ...touched(deps.clock.now(), deps.sessionIdleMs),
  }));
  return !isThere;
}
