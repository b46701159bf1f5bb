import { sharedPlaceIdOf } from '../questions/ids.ts';
import type { Place } from '../questions/question.ts';
import type { BotDeps } from './deps.ts';
import { isAdmin } from './isAdmin.ts';

/** Whether the place's user may say which space is asked in a whole channel. */
export async function mayShareSpace(place: Place, deps: BotDeps): Promise<boolean> {
  return sharedPlaceIdOf(place) !== undefined && (await isAdmin(place, deps));
}
