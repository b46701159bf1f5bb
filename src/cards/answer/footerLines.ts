import type { Answer, AnswerTable } from '../../answers/answer.ts';
import type { Texts } from '../../texts/texts.ts';
import { clipLine } from '../parts/plainText.ts';
import { writeDuration } from '../parts/write.ts';
import { citationNote } from '../source/citationNote.ts';
import { sourceNotes } from '../source/sourceNotes.ts';
import type { AnswerView } from './view.ts';

/**
 * The small print: the question, if the answer isn't below it, then the space, how many rows, how long it took and where
 * it comes from.
 */
export function footerLines(answer: Answer, view: AnswerView): string[] {
  const { spaceTitle, durationMs, texts, question, isApart, askedIn, run } = view;
  const [table, ...others] = answer.tables;
  const counted = table !== undefined && others.length === 0 && table.error === undefined;
  const pieces = [
    ...(spaceTitle ? [clipLine(spaceTitle, 60)] : []),
    ...(counted ? countWords(table, texts) : []),
    writeDuration(durationMs, texts),
    ...sourceNotes(answer, view),
  ];
  // In the asker's own chat, and in what a subscription brings, it's above the answer.
  const isNamed = isApart && !askedIn && !run && question !== '';
  return [
    ...(isNamed ? [texts.answer.question({ question: clipLine(question, 200) })] : []),
    pieces.join(' · '),
    ...citationNote(answer, view),
  ];
}

/** A table that Genie cut has more rows than are counted. */
function countWords({ totalRows, truncated }: AnswerTable, { answer: words }: Texts): string[] {
  if (truncated) return totalRows === 0 ? [] : [words.atLeastRows(totalRows)];
  return [words.rows(totalRows)];
}
