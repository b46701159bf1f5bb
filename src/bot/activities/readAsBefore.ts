import { sessionIdOf } from '../../questions/ids.ts';
import { type Place, readLike } from '../../questions/place.ts';
import { signInBegunIn, signInIdOf } from '../../questions/signIn.ts';
import type { Activity } from '../activityShape.ts';
import type { BotDeps } from '../deps.ts';

/** What is answered, if at all; a message says itself how it's read. */
const answered: ReadonlySet<string> = new Set([
  'messageUpdate',
  'conversationUpdate',
  'installationUpdate',
  'event',
  'invoke',
]);

type ReadDeps = Pick<BotDeps, 'sessions' | 'signIns' | 'signIn' | 'clock' | 'log'>;

/**
 * The place with how its user reads, even if the activity doesn't say: invokes and events seldom do. A sign-in goes on in
 * the language that it began in, anything else in that of the latest question here. Best effort.
 *
 * What isn't answered, such as typing, costs no look-up, and neither does a message.
 */
export async function readAsBefore(
  { type }: Pick<Activity, 'type'>,
  place: Place,
  deps: ReadDeps,
): Promise<Place> {
  if (!answered.has(type) || place.locale !== undefined) return place;
  try {
    const [session, signIn] = await Promise.all([
      deps.sessions.get(sessionIdOf(place)),
      deps.signIn && deps.signIns.get(signInIdOf(place)),
    ]);
    const begun = signIn && signInBegunIn(signIn.value, place, deps.clock.now());
    return readLike(readLike(place, begun?.reading), session?.value.reading);
  } catch (error) {
    deps.log.warn('reading.unknown', { type, error });
    return place;
  }
}
