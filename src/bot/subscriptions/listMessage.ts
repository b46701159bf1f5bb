import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { refusalCard } from '../../cards/subscriptions/refusalCard.ts';
import { subscriptionsCard } from '../../cards/subscriptions/subscriptionsCard.ts';
import type { Place } from '../../questions/place.ts';
import { comingNext } from '../../questions/subscriptions/comingNext.ts';
import { listSubscriptions } from '../../questions/subscriptions/listSubscriptions.ts';
import type { BotDeps } from '../deps.ts';
import { whyNotHere } from '../messages/whyNotHere.ts';
import { readerOf } from '../readerOf.ts';
import { shownIn } from './shownIn.ts';

/**
 * The message that lists the subscriptions of a place's user there.
 *
 * @param from the index of the first one to show
 */
export async function listMessage(
  place: Place,
  deps: BotDeps,
  from?: number,
): Promise<OutgoingMessage> {
  const reader = readerOf(place, deps);
  const refused = whyNotHere(place, deps);
  if (refused) return refusalCard(refused, reader);
  const { here, elsewhere } = await listSubscriptions(place, deps);
  const subscriptions = here.map((each) => comingNext(shownIn(each, place), deps.clock.now()));
  return subscriptionsCard({ ...reader, subscriptions, elsewhere, ...(from && { from }) });
}

/** Shows more of the list. */
export async function showList(
  { from }: Extract<CardSubmit, { action: 'subscriptions' }>,
  place: Place,
  deps: BotDeps,
): Promise<void> {
  await deps.channel.post(place, await listMessage(place, deps, from));
}
