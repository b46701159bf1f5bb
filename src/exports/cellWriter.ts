import type { AnswerColumn } from '../answers/answer.ts';
import { type ColumnKind, columnKind } from '../answers/columnKind.ts';
import { readExactNumber } from './readExactNumber.ts';
import { readExactTime } from './readExactTime.ts';

/** What stands in a cell of a workbook; `null` if nothing does. */
export type Cell = string | boolean | { value: number | Date; format?: string } | null;

/** Excel's limits, https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const maxTextLength = 32_767;
/** Decimals with more are averages and shares, where trailing zeros don't matter. */
const maxPaddedScale = 4;

/**
 * Creates the function that writes one column's values as workbook cells. Values that would lose something stay text.
 *
 * @param sample the column's first values, which tell keys and years from amounts where the name doesn't
 */
export function createCellWriter(
  column: AnswerColumn,
  sample: readonly (string | null)[],
): (value: string | null) => Cell {
  const write = createValueWriter(column, columnKind(column, sample));
  return (value) => (value === null ? null : (write(value) ?? textCell(value)));
}

function createValueWriter(
  column: AnswerColumn,
  kind: ColumnKind,
): (value: string) => Cell | undefined {
  // What a person or a model wrote stays as it is.
  if (column.written) return () => undefined;
  switch (kind) {
    case 'number':
    case 'identifier': {
      const isName = kind === 'identifier';
      const format = isName ? '0' : numberFormat(column);
      const isBinary = column.type === 'DOUBLE' || column.type === 'FLOAT';
      return (text) => {
        const value = readExactNumber(text, isBinary);
        if (value === undefined) return undefined;
        // The rows come one by one, and a fraction in one of them isn't an identifier: it must keep its digits.
        const shown = isName && !Number.isInteger(value) ? undefined : format;
        return { value, ...(shown && { format: shown }) };
      };
    }
    case 'date':
    case 'timestamp':
      return readExactTime;
    case 'boolean':
      return (text) =>
        new Map([
          ['true', true],
          ['false', false],
        ]).get(text.toLowerCase());
    default:
      return () => undefined;
  }
}

function numberFormat({ type, scale = 0 }: AnswerColumn): string | undefined {
  if (type === 'DOUBLE' || type === 'FLOAT' || scale > maxPaddedScale) return undefined;
  return scale === 0 ? '#,##0' : `#,##0.${'0'.repeat(scale)}`;
}

/** Text, never a formula. `_x0041_` is an escape in workbooks, so a literal one is escaped itself. */
export function textCell(text: string): string {
  const whole = text.length > maxTextLength ? `${text.slice(0, maxTextLength - 1)}…` : text;
  return whole.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
