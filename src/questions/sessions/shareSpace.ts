import type { Clock } from '../../common/clock.ts';
import { sharedPlaceIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { SharedPlaceStore } from '../ports.ts';
import { retryOnConflict } from '../retryOnConflict.ts';

/**
 * Makes a space the default for everyone in a channel or group chat who has not chosen another. Existing conversations
 * stay where they are.
 *
 * @returns false if the place is neither
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
