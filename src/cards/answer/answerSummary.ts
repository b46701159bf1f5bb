import type { Answer } from '../../answers/answer.ts';
import type { Texts } from '../../texts/texts.ts';
import { clipLine } from '../parts/plainText.ts';
import { plainWords } from './answerWords.ts';
import { approvalQuestion } from './approvalElements.ts';

const maxLength = 200;

type Summed = Pick<Answer, 'texts' | 'tables' | 'questionBack' | 'approval'>;

/** The answer in a line of plain text, for notifications and screen readers. */
export function answerSummary(
  { texts, tables, questionBack, approval }: Summed,
  words: Texts,
): string {
  const text = texts[0] ?? questionBack;
  if (text !== undefined) return clipLine(plainWords(text, { code: true }), maxLength);
  const title = tables.map((table) => table.title).find((found) => found !== undefined);
  if (title !== undefined) return clipLine(title, maxLength);
  if (tables.length === 0 && approval)
    return clipLine(approvalQuestion(approval, words), maxLength);
  return tables.length > 0 ? words.answer.summary.table : words.answer.summary.none;
}
