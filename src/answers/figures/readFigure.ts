import type { Answer } from '../answer.ts';
import type { FigureName } from './figureName.ts';
import { type FigureColumn, type FigureTable, readFigureTables } from './figureTable.ts';
import { findName } from './findName.ts';
import { readNumber } from './readNumber.ts';

/** What isn't there, or is there twice. `table`: there is none whose rows could be read. */
export type MissingFigure = 'table' | 'column' | 'row' | 'number';

export type ReadFigure = { value: number } | { missing: MissingFigure };

/** Reads one number of an answer by its name; never guesses which one is meant if several could be. */
export function readFigure(answer: Pick<Answer, 'tables'>, name: FigureName): ReadFigure {
  return findFigure(readFigureTables(answer), name);
}

/** The same in tables that have been read. */
export function findFigure(tables: readonly FigureTable[], name: FigureName): ReadFigure {
  if (tables.length === 0) return { missing: 'table' };
  const found = tables.map((table) => findCell(table, name));
  const cells = found.filter((each) => 'cell' in each);
  const [cell] = cells;
  if (cell && cells.length === 1) return readCell(cell, name);
  if (cells.length > 1) return { missing: name.row === undefined ? 'column' : 'row' };
  return { missing: found.some((each) => each.missing === 'row') ? 'row' : 'column' };
}

interface FoundCell extends Pick<FigureColumn, 'column' | 'kind'> {
  cell: string | null;
  missing?: never;
}

function findCell(
  { columns, hasOneRow }: FigureTable,
  { column, row }: FigureName,
): FoundCell | { missing: 'column' | 'row' } {
  const names = columns.map((each) => each.column.name);
  const [at = -1, another] = findName(names, column);
  const found = columns[at];
  if (found === undefined || another !== undefined) return { missing: 'column' };
  const labels = columns.filter((each) => each !== found && each.kind !== 'number');
  const place = row === undefined ? (hasOneRow ? 0 : undefined) : findRow(labels, row);
  if (place === undefined) return { missing: 'row' };
  return { cell: found.cells[place] ?? null, column: found.column, kind: found.kind };
}

/** Columns change their order, so the label can be in a later one. An empty one can stand for anything there. */
function findRow(labels: readonly FigureColumn[], row: string): number | undefined {
  const searched = row === '' ? labels.slice(0, 1) : labels;
  const [place, another] =
    searched.map(({ cells }) => findName(cells, row)).find((places) => places.length > 0) ?? [];
  return another === undefined ? place : undefined;
}

/** Per cent are no fractions, and euros no dollars: what is written in something else is another number. */
function readCell({ cell, column, kind }: FoundCell, { unit }: FigureName): ReadFigure {
  // Counts from 1900 to 2100 can look like years.
  const isNumber = kind === 'number' || kind === 'identifier';
  const value = isNumber && column.written?.unit === unit ? readNumber(cell, column) : undefined;
  return value === undefined ? { missing: 'number' } : { value };
}
