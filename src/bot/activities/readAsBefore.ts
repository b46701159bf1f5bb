import { sessionIdOf } from '../../questions/ids.ts';
import { type Place, readLike } from '../../questions/place.ts';
import { conversationKeyOf, signInIdOf } from '../../questions/signIn.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';

type ReadDeps = Pick<BotDeps, 'sessions' | 'signIns' | 'signIn' | 'log'>;

/**
 * The place with how its user reads, even if the activity doesn't say: invokes and events seldom do. A sign-in goes on in
 * the language that it began in, anything else in that of the latest question here. Best effort.
 *
 * A message costs no look-up: it says so where the client knows.
 */
export async function readAsBefore(
  { type }: Pick<Activity, 'type'>,
  place: Place,
  deps: ReadDeps,
): Promise<Place> {
  if (type === 'message' || place.locale !== undefined) return place;
  try {
    const [session, signIn] = await Promise.all([
      deps.sessions.get(sessionIdOf(place)),
      deps.signIn && deps.signIns.get(signInIdOf(place)),
    ]);
    const { waiting } = signIn?.value ?? {};
    const isHere = waiting?.conversation === conversationKeyOf(place);
    return readLike(isHere ? readLike(place, waiting.reading) : place, session?.value.reading);
  } catch (error) {
    deps.log.warn('reading.unknown', { type, error });
    return place;
  }
}
