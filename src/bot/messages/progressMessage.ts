import { loadingCard } from '../../cards/answer/loadingCard.ts';
import { progressText } from '../../cards/talk/progressText.ts';
import type { Place } from '../../questions/place.ts';
import type { Progress } from '../../questions/ports.ts';
import { cardChannelOf } from '../place.ts';
import type { Outgoing } from '../ports.ts';

/** The message that says how far a question is, with what Genie has already said. */
export function progressMessage(progress: Progress, place: Place): Outgoing {
  const text = progressText(progress);
  const { texts } = progress;
  return texts ? loadingCard(texts, { channel: cardChannelOf(place), progress: text }) : { text };
}
