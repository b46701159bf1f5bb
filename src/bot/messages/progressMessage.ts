import { loadingCard } from '../../cards/answer/loadingCard.ts';
import { progressText } from '../../cards/talk/progressText.ts';
import type { Place } from '../../questions/place.ts';
import type { Progress } from '../../questions/ports.ts';
import type { Outgoing } from '../ports.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';

/**
 * The message that says how far a question is, with what Genie has already said.
 *
 * @param now milliseconds since 1970
 */
export function progressMessage(
  progress: Progress,
  place: Place,
  now: number,
  settings: ReadingSettings,
): Outgoing {
  const reader = readerOf(place, settings);
  const text = progressText(progress, reader, now);
  const { texts } = progress;
  return texts ? loadingCard(texts, { ...reader, progress: text }) : { text };
}
