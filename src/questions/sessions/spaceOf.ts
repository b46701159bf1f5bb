import { sharedPlaceIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { Genie, SharedPlaceStore } from '../ports.ts';
import type { Session } from '../session.ts';

export interface SpaceDeps {
  sharedPlaces: SharedPlaceStore;
  genie: Pick<Genie, 'findSpace'>;
  settings: { spaceIds: readonly string[] };
}

/**
 * The space for a session's next question: that of its conversation, the person's choice, the channel's default, or the
 * bot's default. Spaces that are no longer allowed are skipped.
 *
 * @throws AppError `no-space`
 */
export async function spaceOf(
  { conversationId, spaceId, chosenSpaceId }: Partial<Session>,
  place: Place,
  { sharedPlaces, genie, settings }: SpaceDeps,
): Promise<string> {
  const { spaceIds } = settings;
  const isAllowed = (id: string | undefined) =>
    id !== undefined && (spaceIds.length === 0 || spaceIds.includes(id));
  if (conversationId !== undefined && spaceId !== undefined && isAllowed(spaceId)) return spaceId;
  if (chosenSpaceId !== undefined && isAllowed(chosenSpaceId)) return chosenSpaceId;
  const shared = await readSharedSpace(place, sharedPlaces);
  if (shared !== undefined && isAllowed(shared)) return shared;
  return spaceIds[0] ?? genie.findSpace();
}

async function readSharedSpace(
  place: Place,
  sharedPlaces: SharedPlaceStore,
): Promise<string | undefined> {
  const id = sharedPlaceIdOf(place);
  return id && (await sharedPlaces.get(id))?.value.spaceId;
}
