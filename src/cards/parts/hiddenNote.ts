import type { RichTextBlock } from './adaptiveCard.ts';
import { noteText } from './richText.ts';
import { writeCount } from './write.ts';

/** Says how many things a card leaves out, such as `2 more tables aren’t shown.`; nothing if it leaves out none. */
export function hiddenNote(count: number, one: string, many: string): RichTextBlock[] {
  if (count <= 0) return [];
  return [
    noteText(count === 1 ? `1 ${one} isn’t shown.` : `${writeCount(count)} ${many} aren’t shown.`),
  ];
}
