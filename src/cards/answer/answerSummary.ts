import type { Answer } from '../../answers/answer.ts';
import { markdownElements } from '../markdown/markdownElements.ts';
import { clipLine } from '../parts/plainText.ts';

const maxLength = 200;

/** The answer in a line of plain text, for notifications and screen readers. */
export function answerSummary({ texts, tables, questionBack }: Answer): string {
  const text = texts[0] ?? questionBack;
  if (text !== undefined) return clipLine(plainWords(text), maxLength);
  const title = tables.map((table) => table.title).find((found) => found !== undefined);
  if (title !== undefined) return clipLine(title, maxLength);
  return tables.length > 0 ? 'Genie answered with a table.' : 'Genie returned no answer.';
}

function plainWords(markdown: string): string {
  return markdownElements(markdown.slice(0, 4 * maxLength))
    .flatMap((element) => (element.type === 'RichTextBlock' ? [element.inlines] : []))
    .map((inlines) => inlines.map((run) => run.text).join(''))
    .join(' ');
}
