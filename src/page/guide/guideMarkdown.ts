import { markdownDocument } from '../document/markdownDocument.ts';
import type { Guide } from './createGuide.ts';

/** The guide as Markdown, to be saved. */
export function guideMarkdown({ opening, sections }: Guide): string {
  return [...markdownDocument([...opening, ...sections.flat()])].join('');
}
