import type { Answer } from '../../answers/answer.ts';
import type { Texts } from '../../texts/texts.ts';
import { clipLine } from '../parts/plainText.ts';
import { plainWords } from './answerWords.ts';

const maxLength = 200;

/** The answer in a line of plain text, for notifications and screen readers. */
export function answerSummary(
  { texts, tables, questionBack }: Pick<Answer, 'texts' | 'tables' | 'questionBack'>,
  { answer: words }: Texts,
): string {
  const text = texts[0] ?? questionBack;
  if (text !== undefined) return clipLine(plainWords(text, { code: true }), maxLength);
  const title = tables.map((table) => table.title).find((found) => found !== undefined);
  if (title !== undefined) return clipLine(title, maxLength);
  return tables.length > 0 ? words.summary.table : words.summary.none;
}
