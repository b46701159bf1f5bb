import type { AnswerColumn } from '../answers/answer.ts';
import { columnKind } from '../answers/columnKind.ts';

/** What spreadsheets take for the start of a formula, also in full width. https://owasp.org/www-community/attacks/CSV_Injection */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * The text of a CSV cell that no spreadsheet runs: an apostrophe stands before whatever starts like a formula. A number
 * stays one, if its column holds numbers.
 */
export function defuseCell(text: string, column: AnswerColumn): string {
  if (!formulaStart.test(text)) return text;
  const kind = columnKind(column);
  const isNumber = (kind === 'number' || kind === 'identifier') && plainNumber.test(text);
  return isNumber ? text : `'${text}`;
}
