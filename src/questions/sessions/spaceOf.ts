import type { QuestionDeps } from '../deps.ts';
import { endpointNameOf, endpointSpaceId, isEndpoint } from '../endpoint.ts';
import { sharedPlaceIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import type { Genie, SharedPlaceStore } from '../ports.ts';
import type { Session } from '../session.ts';

export interface SpaceDeps {
  sharedPlaces: SharedPlaceStore;
  genie: Pick<Genie, 'findSpace'>;
  settings: AllowedSpaces;
}

/** What people can ask. */
type AllowedSpaces = Pick<QuestionDeps['settings'], 'spaceIds' | 'asksGenie' | 'endpoints'>;

/**
 * The space for a session's next question: that of its conversation, the person's choice, the channel's default, or the
 * bot's default. Spaces that are no longer allowed are skipped.
 *
 * @throws AppError `no-space`
 */
export async function spaceOf(
  session: Partial<Session>,
  place: Place,
  deps: SpaceDeps,
): Promise<string> {
  return (
    (await chosenSpaceOf(session, place, deps)) ??
    deps.settings.spaceIds[0] ??
    deps.genie.findSpace()
  );
}

/** The space that a session's next question goes to, if that isn't the bot's default, which can change. */
export async function spaceToKeep(
  { conversationId, idleAt, ...session }: Session,
  place: Place,
  deps: Omit<SpaceDeps, 'genie'> & Pick<QuestionDeps, 'clock'>,
): Promise<string | undefined> {
  const isOpen = conversationId !== undefined && idleAt > deps.clock.now();
  return chosenSpaceOf({ ...session, ...(isOpen && { conversationId }) }, place, deps);
}

/** The endpoint that a session's next question goes to; `undefined` if it goes to Genie. Asks neither of them. */
export async function endpointOf(
  session: Partial<Session>,
  place: Place,
  deps: Omit<SpaceDeps, 'genie'>,
): Promise<string | undefined> {
  const { endpoints, asksGenie } = deps.settings;
  const [first] = endpoints;
  if (first === undefined) return undefined;
  const byDefault = asksGenie ? undefined : endpointSpaceId(first);
  const spaceId = (await chosenSpaceOf(session, place, deps)) ?? byDefault;
  return isEndpoint(spaceId) ? spaceId : undefined;
}

/** The space that isn't the bot's default; `undefined`: there's no other. */
async function chosenSpaceOf(
  { conversationId, spaceId, chosenSpaceId }: Partial<Session>,
  place: Place,
  { sharedPlaces, settings }: Omit<SpaceDeps, 'genie'>,
): Promise<string | undefined> {
  const allowed = (id: string | undefined) => (isAllowed(id, settings) ? id : undefined);
  return (
    (conversationId === undefined ? undefined : allowed(spaceId)) ??
    allowed(chosenSpaceId) ??
    allowed(await readSharedSpace(place, sharedPlaces))
  );
}

/** Whether a space, or an endpoint, can be asked as things are now. */
export function isAllowed(
  id: string | undefined,
  { spaceIds, asksGenie, endpoints }: AllowedSpaces,
): boolean {
  if (id === undefined) return false;
  if (isEndpoint(id)) return endpoints.includes(endpointNameOf(id));
  return asksGenie && (spaceIds.length === 0 || spaceIds.includes(id));
}

async function readSharedSpace(
  place: Place,
  sharedPlaces: SharedPlaceStore,
): Promise<string | undefined> {
  const id = sharedPlaceIdOf(place);
  return id && (await sharedPlaces.get(id))?.value.spaceId;
}
