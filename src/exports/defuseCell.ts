import type { AnswerColumn } from '../answers/answer.ts';
import { columnKind } from '../answers/columnKind.ts';

/**
 * Characters after which spreadsheets read a formula: at the start of a cell, full-width forms included, and after
 * separators that some of them split cells at. https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStarts =
  /^(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])|(?<=[;\t\r\n])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|Infinity)$/;

/**
 * The text of a CSV cell that no spreadsheet runs: anything that starts like a formula gets an apostrophe in front. A
 * number stays a number if its column holds numbers.
 */
export function defuseCell(text: string, column: AnswerColumn): string {
  const kind = columnKind(column);
  const isNumber = (kind === 'number' || kind === 'identifier') && plainNumber.test(text);
  return isNumber ? text : text.replace(formulaStarts, "'");
}
