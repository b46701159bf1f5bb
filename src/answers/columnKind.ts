import type { AnswerColumn } from './answer.ts';
import { nameMeaning } from './names/nameMeaning.ts';
import { nameWords } from './names/nameWords.ts';
import { areYears, canBePeriod, lookLikeKeys } from './names/numberEvidence.ts';

export type ColumnKind =
  | 'number'
  | 'identifier'
  | 'date'
  | 'timestamp'
  | 'nested'
  | 'boolean'
  | 'text';

const wholeTypes = new Set(['BYTE', 'SHORT', 'INT', 'LONG', 'TINYINT', 'SMALLINT', 'BIGINT']);
const fractionTypes = new Set(['DECIMAL', 'FLOAT', 'DOUBLE']);
const nestedTypes = new Set(['STRUCT', 'ARRAY', 'MAP', 'VARIANT']);

/**
 * What a column holds, by its type and, for numbers, by its name and the numbers themselves: 10115 is a postcode, not
 * ten thousand of something.
 *
 * @param values the column's cells: a fraction among them is an amount, whatever the name. Without them the name decides
 */
export function columnKind(
  { name, type, scale, written }: AnswerColumn,
  values: readonly (string | null)[] = [],
): ColumnKind {
  if (written !== undefined) return 'number';
  if (wholeTypes.has(type) || fractionTypes.has(type)) {
    const hasFraction = type === 'DECIMAL' && (scale ?? 0) > 0;
    return !hasFraction && values.every(isWhole) && isIdentifier(name, values)
      ? 'identifier'
      : 'number';
  }
  if (type === 'DATE') return 'date';
  if (type === 'TIMESTAMP' || type === 'TIMESTAMP_NTZ') return 'timestamp';
  if (type === 'BOOLEAN') return 'boolean';
  return nestedTypes.has(type) ? 'nested' : 'text';
}

/** Whether the column's cells are right-aligned, so that digits of the same place value line up. */
export function alignsRight(column: AnswerColumn, values?: readonly (string | null)[]): boolean {
  return columnKind(column, values) === 'number';
}

/** Whether the column's name clearly says that its numbers are percentages. */
export function namesPercentage(name: string): boolean {
  return nameWords(name).some((word) => /^(?:pct|percent|percentage)$/.test(word));
}

function isIdentifier(name: string, values: readonly (string | null)[]): boolean {
  const meaning = nameMeaning(name);
  if (meaning === 'identifier' || meaning === 'amount') return meaning === 'identifier';
  const numbers = values.filter((value) => value !== null).map(Number);
  if (meaning === 'maybe-identifier') return lookLikeKeys(numbers) || areYears(numbers);
  if (meaning === 'unknown') return areYears(numbers);
  return canBePeriod(meaning.period, numbers, meaning.chance);
}

/** Whether a cell is no fraction: DOUBLE writes 10423 as `1.0423E4`. */
function isWhole(cell: string | null): boolean {
  return cell === null || Number(cell) % 1 === 0;
}
