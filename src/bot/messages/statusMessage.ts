import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { statusCard } from '../../cards/talk/statusCard.ts';
import type { Place } from '../../questions/place.ts';
import { readStatus } from '../../questions/upkeep/readStatus.ts';
import type { BotDeps } from '../deps.ts';
import { isAdmin } from '../people/isAdmin.ts';
import { cardChannelOf } from '../place.ts';

/** How the bot is doing, for its admins; `undefined` for everybody else. */
export async function statusMessage(
  place: Place,
  deps: BotDeps,
): Promise<OutgoingMessage | undefined> {
  if (!(await isAdmin(place, deps))) return undefined;
  return statusCard(cardChannelOf(place), await readStatus(deps));
}
