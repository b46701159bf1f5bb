import type { AnswerTable } from '../../answers/answer.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { buttonRow } from '../parts/buttonRow.ts';
import { submitButton } from '../parts/submitButton.ts';
import type { SectionView } from './view.ts';

const titles = { csv: 'Download CSV', xlsx: 'Download Excel' };

/**
 * Buttons to download the whole table, however many of its rows are shown. A single value, which is shown without a
 * table, needs none.
 */
export function exportActions(table: AnswerTable, view: SectionView): CardElement[] {
  const { downloads, answerKey } = view;
  const { columns, rows, totalRows, truncated, error } = table;
  const isValue = columns.length === 1 && totalRows === 1 && rows.length === 1 && !truncated;
  const hasNoRows = totalRows === 0 && !truncated;
  const isEmpty = columns.length === 0 || hasNoRows || error !== undefined;
  if (!downloads || isEmpty || isValue) return [];
  const action = (format: keyof typeof titles) =>
    submitButton(titles[format], {
      action: 'export',
      answer: answerKey,
      table: table.attachmentId,
      format,
    });
  return [buttonRow(view.channel, [action('csv'), action('xlsx')])];
}
