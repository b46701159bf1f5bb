import type { AnswerColumn } from '../answer.ts';
import { readWrittenNumber, toPlainNumber } from '../text/writtenNumber.ts';

/** `Number` would also read an empty text, white space and hexadecimal digits. */
const plain = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d{1,5})?$/i;

/** The number in a cell; `undefined` if it holds none, or one that can be read in two ways, or isn't finite. */
export function readNumber(cell: string | null, { written }: AnswerColumn): number | undefined {
  const text = cell?.trim() ?? '';
  if (written === undefined) return toFinite(text);
  const number = written.point && readWrittenNumber(text);
  return number && toFinite(toPlainNumber(number, written.point) ?? '');
}

function toFinite(text: string): number | undefined {
  const value = plain.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
