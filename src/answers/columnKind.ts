import { hasAdditiveWord } from './additiveWords.ts';
import type { AnswerColumn } from './answer.ts';
import { nameWords } from './nameWords.ts';

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

/** Words that make a number an identifier: 10115 is a postcode, not ten thousand of something. */
const identifierWords =
  /^(?:id|ids|uid|zip|zipcode|postal|postcode|plz|telephone|fax|sku|ean|upc|gtin|isbn|iban|ssn|vin|serial|year|yr|yearmonth|yyyymm|yyyymmdd)$/;
/** These do so at the end only: `date_key` is a key, while `key_accounts` and `mobile_visits` are counted. */
const identifierEndings =
  /^(?:key|code|phone|tel|mobile|pin|hash|version|date|period|quarter|month|week|day|weekday|hour|number|no|nr|num)$/;
/** `sales_last_year` and `year_over_year` are amounts whatever their other words say. */
const amountWords =
  /^(?:per|last|this|previous|prior|by|over|to|avg|average|growth|change|balance|price|pct|percent)$/;

/**
 * What a column holds, by its type and, for numbers, by its name.
 *
 * @param values the column's cells: a fraction among them is an amount, whatever the name. Without them the name decides
 */
export function columnKind(
  { name, type, scale }: AnswerColumn,
  values: readonly (string | null)[] = [],
): ColumnKind {
  if (wholeTypes.has(type) || fractionTypes.has(type)) {
    const hasFraction = type === 'DECIMAL' && (scale ?? 0) > 0;
    return !hasFraction && namesIdentifier(name) && values.every(isWhole) ? 'identifier' : 'number';
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

function namesIdentifier(name: string): boolean {
  const words = nameWords(name);
  if (hasAdditiveWord(words) || words.some((word) => amountWords.test(word))) return false;
  return (
    words.some((word) => identifierWords.test(word)) || identifierEndings.test(words.at(-1) ?? '')
  );
}

/** Whether a cell is no fraction: DOUBLE writes 10423 as `1.0423E4`. */
function isWhole(cell: string | null): boolean {
  return cell === null || Number(cell) % 1 === 0;
}
