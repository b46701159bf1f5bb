import type { Answer, AnswerTable } from '../answer.ts';

/**
 * Whether an answer has any data: a row with a value. `undefined`: it has no table, or none that could be read, so nobody
 * can tell.
 */
export function hasRows({ tables }: Pick<Answer, 'tables'>): boolean | undefined {
  const known = tables.map(hasData);
  if (known.includes(true)) return true;
  return known.length === 0 || known.includes(undefined) ? undefined : false;
}

/** A sum over nothing is one row with NULL in it. */
function hasData({ rows, totalRows, truncated, error }: AnswerTable): boolean | undefined {
  if (rows.some((row) => row.some((cell) => cell !== null))) return true;
  if (totalRows > rows.length) return true;
  return truncated || error !== undefined ? undefined : false;
}
