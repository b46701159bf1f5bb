import type { OutgoingMessage } from '../cards/outgoingMessage.ts';
import { spacesCard } from '../cards/spacesCard.ts';
import { sessionIdOf } from '../questions/ids.ts';
import type { Place } from '../questions/question.ts';
import { spaceOf } from '../questions/spaceOf.ts';
import { cardChannelOf } from './cardChannelOf.ts';
import type { BotDeps } from './deps.ts';
import { listAllowedSpaces } from './listAllowedSpaces.ts';
import { mayShareSpace } from './mayShareSpace.ts';

/** The spaces that the place's user may ask. */
export async function showSpaces(place: Place, deps: BotDeps): Promise<OutgoingMessage> {
  const session = (await deps.sessions.get(sessionIdOf(place)))?.value ?? {};
  const [spaces, currentId, mayShare] = await Promise.all([
    listAllowedSpaces(deps),
    spaceOf(session, place, deps),
    mayShareSpace(place, deps),
  ]);
  return spacesCard({ channel: cardChannelOf(place), spaces, currentId, mayShare });
}
