import type { AnswerTable } from '../../answers/answer.ts';
import { lacksRows } from '../../answers/text/ownRows.ts';
import { submitButton } from '../parts/submitButton.ts';
import { plainTool, type Tool } from '../tools/tool.ts';
import type { SectionView } from './view.ts';

/**
 * The button for the files of the whole table, however many of its rows are shown. A single value, which is shown
 * without a table, needs none; and some of the rows must not pass for all.
 */
export function downloadTool(
  table: AnswerTable,
  { downloads, answerKey, texts }: Pick<SectionView, 'downloads' | 'answerKey' | 'texts'>,
): Tool[] {
  const { columns, rows, totalRows, truncated, error } = table;
  const isValue = columns.length === 1 && totalRows === 1 && rows.length === 1 && !truncated;
  const hasNoRows = totalRows === 0 && !truncated;
  const isEmpty = columns.length === 0 || hasNoRows || error !== undefined;
  if (!downloads || isEmpty || isValue || lacksRows(table)) return [];
  const data = { action: 'export', answer: answerKey, table: table.attachmentId } as const;
  return [plainTool(submitButton(texts.answer.download, data))];
}
