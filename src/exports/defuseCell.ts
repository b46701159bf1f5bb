import type { AnswerColumn } from '../answers/answer.ts';
import { columnKind } from '../answers/columnKind.ts';
import { readWrittenNumber } from '../answers/text/writtenNumber.ts';

/**
 * Where spreadsheets could read a formula: at the start of a cell, and after separators that some of them split cells
 * at. Full-width and small forms count, and so does what follows characters that can't be seen, which some of them
 * trim. https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStarts =
  /^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[[\p{White_Space}\p{C}\p{Default_Ignorable_Code_Point}\u2800]--[\t\r\n]]*[=+\-@\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/gv;
const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|Infinity)$/;

/**
 * The text of a CSV cell that no spreadsheet runs: anything that starts like a formula gets an apostrophe in front. A
 * number stays a number if its column holds numbers.
 */
export function defuseCell(text: string, column: AnswerColumn): string {
  // Digits and a currency are no formula.
  if (column.written && readWrittenNumber(text)) return text;
  const kind = columnKind(column);
  const isNumber = (kind === 'number' || kind === 'identifier') && plainNumber.test(text);
  return isNumber ? text : text.replace(formulaStarts, "'");
}
