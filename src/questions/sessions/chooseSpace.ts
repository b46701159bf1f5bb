import { sessionIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import { changeSession, type SessionDeps, startingAnew } from './changeSession.ts';
import { touched } from './sessionTurn.ts';
import { type SpaceDeps, spaceOf } from './spaceOf.ts';

/**
 * Has the next questions of a place's user go to a space, in a new conversation. Whether the space may be asked is for
 * the caller to check.
 *
 * @returns false where they went there already: then the conversation goes on
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
