import { loadingCard } from '../../cards/answer/loadingCard.ts';
import { inertText } from '../../cards/parts/inertText.ts';
import { clipText } from '../../cards/parts/plainText.ts';
import { progressText } from '../../cards/talk/progressText.ts';
import type { Place } from '../../questions/place.ts';
import type { Progress } from '../../questions/ports.ts';
import type { OutgoingContent } from '../ports.ts';
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
): OutgoingContent {
  const reader = readerOf(place, settings);
  const text = progressText(progress, reader, now);
  const { said, texts = said?.text ? [said.text] : undefined } = progress;
  return texts ? loadingCard(texts, { ...reader, progress: text }) : { text };
}

/** What Teams takes of a text that says what is being done, in UTF-16 units. */
const mostInformative = 1_000;

/**
 * The same in words alone, for a stream.
 *
 * @param now milliseconds since 1970
 */
export function informativeText(
  progress: Progress,
  place: Place,
  now: number,
  settings: ReadingSettings,
): string {
  const text = progressText(progress, readerOf(place, settings), now);
  const texts = (progress.texts ?? []).map(inertText);
  return clipText([text, ...texts].join('\n\n'), mostInformative);
}
