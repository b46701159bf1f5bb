import type { AnswerTable } from '../answers/answer.ts';
import type { CardElement, SubmitAction } from './adaptiveCard.ts';
import { buttonRow } from './buttonRow.ts';
import type { SectionView } from './tableSection.ts';

const titles = { csv: 'Download CSV', xlsx: 'Download Excel' };

/** Buttons for the whole table as a file. A single value, which is shown without a table, needs none. */
export function exportActions(table: AnswerTable, view: SectionView): CardElement[] {
  const { downloads, answerKey } = view;
  const isValue = table.columns.length === 1 && table.totalRows === 1;
  if (!downloads || table.rows.length === 0 || isValue) return [];
  const action = (format: keyof typeof titles): SubmitAction => ({
    type: 'Action.Submit',
    title: titles[format],
    data: { action: 'export', answer: answerKey, table: table.attachmentId, format },
  });
  return [buttonRow(view.channel, [action('csv'), action('xlsx')])];
}
