import { knownLocale } from '../../common/knownLocale.ts';
import type { Answer } from '../answer.ts';
import { createCellFormatter } from '../cellFormatter.ts';
import { createNumberFormatter } from '../numberFormatter.ts';
import type { FigureName } from './figureName.ts';
import { readFigureTables } from './figureTable.ts';
import { findName } from './findName.ts';

/** $1,204.5 looks wrong. */
const centDigits = 2;

/**
 * Creates the function that writes a figure, now or as it was, the way its column is written in an answer. Where the
 * answer has no such column, it's written as a plain number.
 *
 * @param locale a BCP 47 tag
 */
export function createFigureFormatter(
  answer: Pick<Answer, 'tables'>,
  { column: wanted, unit }: FigureName,
  locale?: string,
): (value: number) => string {
  const format = { locale: knownLocale(locale) ?? 'en-US', grouping: true };
  const plain = createNumberFormatter(format);
  if (unit !== undefined) {
    const money = createNumberFormatter({ ...format, scale: centDigits });
    return (value) => {
      const write = unit === '%' || Number.isInteger(value) ? plain : money;
      return withUnit(write(String(Math.abs(value))), value, unit);
    };
  }
  const columns = readFigureTables(answer).flatMap((table) => table.columns);
  const [at] = findName(
    columns.map(({ column }) => column.name),
    wanted,
  );
  const found = at === undefined ? undefined : columns[at];
  if (found?.kind !== 'number' || found.column.written) return (value) => plain(String(value));
  const likeCells = createCellFormatter(found.column, found.cells, locale);
  return (value) => likeCells(String(value));
}

/** `12.5%`, `$1,204`, `EUR 1,204`: an amount's sign comes before everything. */
function withUnit(size: string, value: number, unit: string): string {
  const sign = value < 0 ? '-' : '';
  if (unit === '%') return `${sign}${size}%`;
  return `${sign}${unit}${/[A-Z]$/.test(unit) ? ' ' : ''}${size}`;
}
