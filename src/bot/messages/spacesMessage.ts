import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { spacesCard } from '../../cards/talk/spacesCard.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { spaceOf } from '../../questions/sessions/spaceOf.ts';
import type { BotDeps } from '../deps.ts';
import { mayShareSpace } from '../people/isAdmin.ts';
import { cardChannelOf } from '../place.ts';
import { listAllowedSpaces } from './listAllowedSpaces.ts';

/** The spaces that the place's user may ask. */
export async function spacesMessage(place: Place, deps: BotDeps): Promise<OutgoingMessage> {
  const session = (await deps.sessions.get(sessionIdOf(place)))?.value ?? {};
  const [spaces, currentId, mayShare] = await Promise.all([
    listAllowedSpaces(deps),
    spaceOf(session, place, deps),
    mayShareSpace(place, deps),
  ]);
  return spacesCard({ channel: cardChannelOf(place), spaces, currentId, mayShare });
}
