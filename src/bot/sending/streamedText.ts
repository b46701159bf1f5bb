import { inertText } from '../../cards/parts/inertText.ts';
import { clipText } from '../../cards/parts/plainText.ts';

/** The text of a stream's last packet. */
export interface StreamedText {
  text: string;
  /** It has all that the card would say. */
  isWhole: boolean;
}

/** In UTF-16 units: beside a card, a longer text might not fit into a message. */
const longestWhole = 20_000;

/** Longer than anything that was streamed, which the last packet has to contain. */
const longestPart = 11_000;

/**
 * What a stream's last packet says beside its card.
 *
 * @param said the whole text; `undefined`: none of it was streamed
 * @param texts what the card would say
 */
export function streamedText(
  said: string | undefined,
  texts: readonly string[],
): StreamedText | undefined {
  if (said === undefined) return undefined;
  const isWhole = said.length <= longestWhole && texts.every((text) => said.includes(text));
  return { text: inertText(isWhole ? said : clipText(said, longestPart)), isWhole };
}
