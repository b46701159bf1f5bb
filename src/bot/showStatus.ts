import type { OutgoingMessage } from '../cards/outgoingMessage.ts';
import { statusCard } from '../cards/statusCard.ts';
import type { Place } from '../questions/question.ts';
import { readStatus } from '../questions/readStatus.ts';
import { cardChannelOf } from './cardChannelOf.ts';
import type { BotDeps } from './deps.ts';
import { isAdmin } from './isAdmin.ts';

/** How the bot is doing, for its admins; `undefined` for everybody else. */
export async function showStatus(
  place: Place,
  deps: BotDeps,
): Promise<OutgoingMessage | undefined> {
  if (!(await isAdmin(place, deps))) return undefined;
  return statusCard(cardChannelOf(place), await readStatus(deps));
}
