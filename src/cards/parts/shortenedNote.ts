import type { RichTextBlock } from './adaptiveCard.ts';
import { noteText } from './richText.ts';
import { writeCount } from './write.ts';

/** Says that a text was shortened; nothing if it wasn't. */
export function shortenedNote(what: string, shown: string, whole: string): RichTextBlock[] {
  if (shown.length >= whole.length) return [];
  const [some, all] = [writeCount(shown.length), writeCount(whole.length)];
  return [noteText(`${what} shortened: ${some} of ${all} characters.`)];
}
