import { knownLocale } from '../common/knownLocale.ts';
import type { AnswerColumn } from './answer.ts';
import { formatDate, formatTimestamp } from './cells/formatDate.ts';
import { readTimeColumn } from './cells/timeColumn.ts';
import { columnKind, namesPercentage } from './columnKind.ts';
import { namedCurrency } from './names/namedCurrency.ts';
import { namesQuotient } from './names/namesQuotient.ts';
import { createNumberFormatter } from './numberFormatter.ts';

/** How SQL NULL is shown. */
const nullText = '–';

/**
 * Creates the function that formats the cells of one column for people. The whole column decides what a single cell
 * can't: whether its timestamps are days, and whether its percentages are written as 25 or 0.25.
 *
 * @param values the column's cells, the wire's texts
 * @param locale a BCP 47 tag for numbers and dates; without one numbers are written as in English and dates as in ISO
 * @param timeZone whose clocks show the timestamps; IANA
 */
export function createCellFormatter(
  column: AnswerColumn,
  values: readonly (string | null)[],
  locale?: string,
  timeZone = 'UTC',
): (value: string | null) => string {
  const formatText = createTextFormatter(
    column,
    values.filter((value) => value !== null),
    knownLocale(locale),
    timeZone,
  );
  return (value) => (value === null ? nullText : formatText(value));
}

function createTextFormatter(
  column: AnswerColumn,
  values: readonly string[],
  locale: string | undefined,
  timeZone: string,
): (value: string) => string {
  const { type, written } = column;
  if (written !== undefined) return (value) => value;
  switch (columnKind(column, values)) {
    case 'identifier': {
      // An identifier is a name: even its leading zeros belong to it.
      const format = createNumberFormatter({ locale: 'en-US', scale: 0, grouping: false });
      return (value) => (/^\d+$/.test(value) ? value : format(value));
    }
    case 'number': {
      const currency = namedCurrency(column.name);
      return createNumberFormatter(
        {
          locale: locale ?? 'en-US',
          grouping: true,
          isPercentage: holdsPercentages(column.name, values),
          isQuotient: namesQuotient(column.name),
          ...(currency && { currency }),
          ...(type !== 'DOUBLE' && type !== 'FLOAT' && { scale: column.scale ?? 0 }),
        },
        values,
      );
    }
    case 'date':
      return (value) => formatDate(value, locale);
    case 'timestamp': {
      const { isDays, toLocal } = readTimeColumn(type, values, timeZone);
      return (value) => formatTimestamp(toLocal(value), isDays, locale);
    }
    case 'nested':
      return compactJson;
    default:
      return (value) => value;
  }
}

/**
 * Whether the numbers can take a percent sign. `0.25` in a column named `margin_pct` could mean a quarter or a quarter
 * of a percent; only if some values are far above 1 are they certainly percentages already.
 */
function holdsPercentages(name: string, values: readonly string[]): boolean {
  return namesPercentage(name) && values.some((value) => Math.abs(Number(value)) > 10);
}

/**
 * Drops the white space between JSON's tokens. The tokens stay as they are: parsing would cost long numbers digits. A
 * string that isn't closed ends with the text.
 */
function compactJson(text: string): string {
  return /^\s*[[{]/.test(text)
    ? text.replace(/("(?:[^"\\]|\\[\s\S])*"?)|\s+/g, (_, quoted?: string) => quoted ?? '')
    : text;
}
