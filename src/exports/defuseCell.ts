import type { AnswerColumn } from '../answers/answer.ts';
import { columnKind } from '../answers/columnKind.ts';

/**
 * Where spreadsheets take what follows for a formula: at the start of a cell, also in full width, and after what some of
 * them part cells by. https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStarts =
  /^(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])|(?<=[;\t\r\n])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|Infinity)$/;

/**
 * The text of a CSV cell that no spreadsheet runs: an apostrophe stands before whatever starts like a formula. A number
 * stays one, if its column holds numbers.
 */
export function defuseCell(text: string, column: AnswerColumn): string {
  const kind = columnKind(column);
  const isNumber = (kind === 'number' || kind === 'identifier') && plainNumber.test(text);
  return isNumber ? text : text.replace(formulaStarts, "'");
}
