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

/** Words that make a number a name: 10115 is a postcode, not ten thousand of something. */
const identifierWords =
  /^(?:id|ids|uid|key|code|zip|zipcode|postal|postcode|plz|phone|tel|telephone|mobile|fax|sku|ean|upc|gtin|isbn|iban|ssn|vin|serial|pin|hash|version|date|period|quarter|month|week|day|yearmonth|yyyymm|yyyymmdd)$/;
const identifierEndings = /^(?:year|yr|number|no|nr|num)$/;
/** `sales_last_year` and `total_number` are amounts whatever their last word says. */
const amountWords =
  /^(?:per|last|this|previous|prior|by|total|sum|avg|average|count|revenue|sales|amount|cost|profit|price|qty|quantity)$/;

/** What a column holds, by its type and, for numbers, by its name. */
export function columnKind({ name, type, scale }: AnswerColumn): ColumnKind {
  if (wholeTypes.has(type) || fractionTypes.has(type)) {
    const hasFraction = type === 'DECIMAL' && (scale ?? 0) > 0;
    return !hasFraction && namesIdentifier(name) ? 'identifier' : 'number';
  }
  if (type === 'DATE') return 'date';
  if (type === 'TIMESTAMP' || type === 'TIMESTAMP_NTZ') return 'timestamp';
  if (type === 'BOOLEAN') return 'boolean';
  return nestedTypes.has(type) ? 'nested' : 'text';
}

/** Whether the column's cells belong on the right, so that digits of equal weight stand below each other. */
export function alignsRight(column: AnswerColumn): boolean {
  return columnKind(column) === 'number';
}

/** Whether the column's name says plainly that its numbers are per cent. */
export function namesPercentage(name: string): boolean {
  return nameWords(name).some((word) => /^(?:pct|percent|percentage)$/.test(word));
}

function namesIdentifier(name: string): boolean {
  const words = nameWords(name);
  if (words.some((word) => amountWords.test(word))) return false;
  return (
    words.some((word) => identifierWords.test(word)) || identifierEndings.test(words.at(-1) ?? '')
  );
}
