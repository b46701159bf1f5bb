import { createHash } from 'node:crypto';
import type { Answer } from '../answer.ts';
import { createCellFormatter } from '../cellFormatter.ts';
import type { FigureName } from './figureName.ts';
import { type FigureColumn, type FigureTable, readFigureTables } from './figureTable.ts';
import { findFigure } from './readFigure.ts';
import { readNumber } from './readNumber.ts';

/** A number of an answer that a condition can be about. */
export interface ListedFigure {
  /** Stands for the name where the client sends it back. */
  key: string;
  name: FigureName;
  value: number;
  /** The label of its row as people read it; absent: its table has one row. */
  label?: string;
}

interface Listing {
  /** How many at most. */
  most: number;
  /** A BCP 47 tag, for dates and numbers in labels. */
  locale?: string;
  /** Whose clocks show timestamps; IANA. */
  timeZone?: string;
}

/** A longer one is a text, not a name. */
const longestName = 200;

/**
 * The numbers of an answer that a condition can be about, in the answer's order: those that have a name of their own, and
 * can be read in one way only.
 */
export function listFigures(answer: Pick<Answer, 'tables'>, listing: Listing): ListedFigure[] {
  const tables = readFigureTables(answer);
  const figures = tables.flatMap((table) => figuresOf(table, listing));
  const times = Map.groupBy(figures, ({ key }) => key);
  // Two that have the same name couldn't be told apart the next time. What is left of them is seldom much.
  return figures
    .filter(({ key }) => times.get(key)?.length === 1)
    .slice(0, 2 * listing.most)
    .filter(({ name }) => 'value' in findFigure(tables, name))
    .slice(0, listing.most);
}

function figuresOf(
  { columns, hasOneRow }: FigureTable,
  { locale, timeZone }: Listing,
): ListedFigure[] {
  const numbers = columns.filter(({ kind, column }) => kind === 'number' && isShort(column.name));
  if (hasOneRow) return numbers.flatMap((column) => toFigure(column, 0) ?? []);
  const names = columns.find(({ kind }) => kind !== 'number');
  if (names === undefined) return [];
  const format = createCellFormatter(names.column, names.cells, locale, timeZone);
  return names.cells.flatMap((cell, at) => {
    const row = { row: cell ?? '', label: format(cell) };
    return isShort(row.row) ? numbers.flatMap((column) => toFigure(column, at, row) ?? []) : [];
  });
}

function toFigure(
  { column, cells }: FigureColumn,
  at: number,
  { row, label }: { row?: string; label?: string } = {},
): ListedFigure | undefined {
  const value = readNumber(cells[at] ?? null, column);
  if (value === undefined) return undefined;
  const unit = column.written?.unit;
  const name = {
    column: column.name,
    ...(row !== undefined && { row }),
    ...(unit !== undefined && { unit }),
  };
  return { key: keyOf(name), name, value, ...(label !== undefined && { label }) };
}

function keyOf({ column, row, unit }: FigureName): string {
  const parts = JSON.stringify([column, row ?? null, unit ?? null]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 16);
}

function isShort(name: string): boolean {
  return name.length <= longestName;
}
