import type { Place } from '../../questions/place.ts';
import { CourierError, type CourierErrorKind } from '../../questions/ports.ts';
import type { Channel } from '../ports.ts';

/** What no repetition changes, but the person might: they blocked the bot, or don't have the app. */
const isUpToThem: ReadonlySet<CourierErrorKind> = new Set(['refused', 'unfit', 'too-large']);

/** Opens the own chat of a place's user. No message is sent, so nothing is in doubt after a failure. */
export async function openChat(place: Place, channel: Channel): Promise<Place> {
  try {
    return await channel.openChat(place);
  } catch (error) {
    if (!(error instanceof CourierError)) throw error;
    const { kind, message, status, retryAfterMs } = error;
    // Of a message, a nameless 403 can be the moment's; of a chat, it's that the person doesn't have the app.
    const isRefused = isUpToThem.has(kind) || status === 403;
    throw new CourierError(isRefused ? 'refused' : 'later', message, error, status, retryAfterMs);
  }
}
