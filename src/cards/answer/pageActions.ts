import type { AnswerTable } from '../../answers/answer.ts';
import type { Texts } from '../../texts/texts.ts';
import type { SubmitAction } from '../parts/adaptiveCard.ts';
import { submitButton } from '../parts/submitButton.ts';
import type { ShownTable } from './tableElement.ts';

/** Buttons for the rows before and after the ones shown. */
export function pageActions(
  table: AnswerTable,
  { from, rows, pageLength }: Pick<ShownTable, 'from' | 'rows' | 'pageLength'>,
  answerKey: string,
  { answer: words }: Texts,
): SubmitAction[] {
  const action = (title: string, first: number) =>
    submitButton(title, {
      action: 'page',
      answer: answerKey,
      table: table.attachmentId,
      from: first,
    });
  const next = from + rows;
  return [
    ...(from > 0 ? [action(words.previousRows, Math.max(0, from - pageLength))] : []),
    ...(next < table.rows.length ? [action(words.moreRows, next)] : []),
  ];
}
