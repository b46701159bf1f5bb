import type { Clock } from '../../common/clock.ts';
import { sharedPlaceIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { SharedPlaceStore } from '../ports.ts';
import { retryOnConflict } from '../retryOnConflict.ts';

/**
 * Has everybody in a channel or group chat ask a space, unless they have chosen another. Conversations that have begun
 * go on where they are.
 *
 * @returns false where the place is neither
 */
export async function shareSpace(
  spaceId: string,
  place: Place,
  { sharedPlaces, clock }: { sharedPlaces: SharedPlaceStore; clock: Clock },
): Promise<boolean> {
  const id = sharedPlaceIdOf(place);
  if (id === undefined) return false;
  return retryOnConflict(clock, async () => {
    const current = await sharedPlaces.get(id);
    const written = current
      ? await sharedPlaces.replace(current, { ...current.value, spaceId })
      : await sharedPlaces.insert({ id, spaceId });
    return written ? true : 'conflict';
  });
}
