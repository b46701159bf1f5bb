import type { Answer, AnswerTable } from '../../answers/answer.ts';
import { clipLine } from '../parts/plainText.ts';
import { writeCount, writeDuration } from '../parts/write.ts';
import type { AnswerView } from './view.ts';

/** The small print: the space, how many rows, how long it took. */
export function footerText(
  { tables: [table, ...others] }: Answer,
  { spaceTitle, durationMs, texts }: Pick<AnswerView, 'spaceTitle' | 'durationMs' | 'texts'>,
): string {
  const counted = table !== undefined && others.length === 0 && table.error === undefined;
  return [
    ...(spaceTitle ? [clipLine(spaceTitle, 60)] : []),
    ...(counted ? countWords(table) : []),
    writeDuration(durationMs, texts),
  ].join(' · ');
}

/** A table that Genie cut has more rows than are counted. */
function countWords({ totalRows, truncated }: AnswerTable): string[] {
  if (truncated) return totalRows === 0 ? [] : [`${writeCount(totalRows)}+ rows`];
  return [`${writeCount(totalRows)} ${totalRows === 1 ? 'row' : 'rows'}`];
}
