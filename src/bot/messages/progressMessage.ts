import { loadingCard } from '../../cards/answer/loadingCard.ts';
import { progressText } from '../../cards/talk/progressText.ts';
import type { Place } from '../../questions/place.ts';
import type { Progress } from '../../questions/ports.ts';
import { cardChannelOf } from '../place.ts';
import type { Outgoing } from '../ports.ts';

/**
 * The message that says how far a question is, with what Genie has already said.
 *
 * @param now milliseconds since 1970
 */
export function progressMessage(progress: Progress, place: Place, now: number): Outgoing {
  const { locale, timeZone } = place;
  const text = progressText(progress, { now, locale, timeZone });
  const { texts } = progress;
  return texts ? loadingCard(texts, { channel: cardChannelOf(place), progress: text }) : { text };
}
