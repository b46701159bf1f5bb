import type { AnswerTable } from './answer.ts';
import { type ChartShape, findChartShape, isNumber } from './chartShape.ts';

const totalName = /^(?:(?:grand )?total|all|overall|sum|gesamt|summe)$/i;
/** Sums of binary fractions differ in their last digits. */
const tolerance = 1e-9;

/** The table without the total row that ROLLUP adds: in a chart it would be a part as large as the whole. */
export function withoutTotal(table: AnswerTable): AnswerTable {
  const shape = findChartShape(table);
  const total = shape && findTotal(shape);
  if (total === undefined) return table;
  return { ...table, rows: table.rows.toSpliced(total, 1), totalRows: table.totalRows - 1 };
}

/** The index of the total row. ROLLUP names it NULL, which could also be a real name if there is only one other row. */
function findTotal({ x, split, measures: [{ cells }] }: ChartShape): number | undefined {
  if (split) return undefined;
  const numbers = cells.map((cell) => (isNumber(cell) ? Number(cell) : 0));
  const sum = numbers.reduce((all, number) => all + number, 0);
  const place = x.cells.findIndex((name, row) => {
    const isNamed = name === null ? numbers.length > 2 : totalName.test(name.trim());
    const number = numbers[row] ?? 0;
    const difference = Math.abs(sum - number - number);
    return isNamed && number !== 0 && difference <= Math.abs(number) * tolerance;
  });
  return place < 0 ? undefined : place;
}
