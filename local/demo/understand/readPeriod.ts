import { addMonths } from '../dataset/calendar.ts';
import { NUMBER, readNumber } from './numbers.ts';
import type { Period } from './plan.ts';
import type { Reader } from './reader.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const TODAY = 'current_date()';
const UNIT = '(day|week|month|quarter|year)';
/** Also those without data, so that the answer can say so. */
const YEAR = '((?:1[89]|2[01])\\d\\d)';

export interface ReadPeriod {
  period: Period;
  /** The time dimension that distinguishes two compared periods. */
  splitBy?: string;
}

/**
 * Takes a period from a question: today, last month, the last 6 weeks, March 2025, Q2, 2024, since 2025.
 * @param today `YYYY-MM-DD`; a month without a year is its latest one.
 */
export function readPeriod(reader: Reader, today: string): ReadPeriod | undefined {
  const compared = readCompared(reader);
  if (compared !== undefined) return compared;
  const period = readOne(reader, today);
  return period && { period };
}

function readOne(reader: Reader, today: string): Period | undefined {
  return (
    readNearDay(reader) ??
    readSince(reader) ??
    readRolling(reader) ??
    readWhole(reader) ??
    readToDate(reader) ??
    readQuarter(reader, today) ??
    readMonth(reader, today) ??
    readYear(reader)
  );
}

function readCompared(reader: Reader): ReadPeriod | undefined {
  const versus = '(?:and|with|to|vs\\.?|versus|against|compared (?:to|with))';
  const years = reader.take(
    new RegExp(String.raw`\b(?:in |from |between )?${YEAR} ?(?:${versus}|-|–) ?${YEAR}\b`),
  );
  if (years !== undefined) {
    const [first = '', last = ''] = years.slice(1).sort();
    const end = `${Number(last) + 1}-01-01`;
    return { period: between(`from ${first} to ${last}`, `${first}-01-01`, end), splitBy: 'year' };
  }
  const near = reader.take(
    new RegExp(String.raw`\b(?:this|last) ${UNIT} ${versus} (?:the )?(?:this|last|previous) \1\b`),
  );
  if (near === undefined) return undefined;
  const unit = near[1] ?? '';
  return { period: { label: `since last ${unit}`, from: startOf(unit, -1) }, splitBy: unit };
}

function readNearDay(reader: Reader): Period | undefined {
  if (reader.take(/\btoday\b/)) return { label: 'today', from: TODAY };
  if (!reader.take(/\byesterday\b/)) return undefined;
  return { label: 'yesterday', from: `date_add(${TODAY}, -1)`, to: TODAY };
}

function readRolling(reader: Reader): Period | undefined {
  const found = reader.take(
    new RegExp(
      String.raw`\b(?:(?:in|over|during|for) )?(?:the )?(?:last|past|previous) (${NUMBER}) ${UNIT}s?\b`,
    ),
  );
  if (found === undefined) return undefined;
  const [, number = '', unit = ''] = found;
  const count = readNumber(number);
  return { label: `in the last ${count} ${unit}s`, from: shift(TODAY, unit, -count) };
}

function readWhole(reader: Reader): Period | undefined {
  const found = reader.take(
    new RegExp(
      String.raw`\b(?:(?:in|from|during|for) )?(?:the )?(this|current|last|previous|past) ${UNIT}\b(?!s)`,
    ),
  );
  if (found === undefined) return undefined;
  const [, which = '', unit = ''] = found;
  if (which === 'this' || which === 'current')
    return { label: `this ${unit}`, from: startOf(unit) };
  return { label: `last ${unit}`, from: startOf(unit, -1), to: startOf(unit) };
}

function readSince(reader: Reader): Period | undefined {
  const found = reader.take(new RegExp(String.raw`\bsince (?:the )?(this|last) ${UNIT}\b`));
  if (found === undefined) return undefined;
  const [, which = '', unit = ''] = found;
  return { label: `since ${which} ${unit}`, from: startOf(unit, which === 'this' ? 0 : -1) };
}

function readToDate(reader: Reader): Period | undefined {
  if (!reader.take(/\b(?:ytd|year to date|so far)\b/)) return undefined;
  return { label: 'this year', from: `trunc(${TODAY}, 'YEAR')` };
}

function readQuarter(reader: Reader, today: string): Period | undefined {
  const found = reader.take(
    new RegExp(String.raw`\b(?:(?:in|for|during) )?q([1-4])(?: (?:of )?${YEAR})?\b`),
  );
  if (found === undefined) return undefined;
  const [, quarter = '', year] = found;
  const from = latest(today, Number(quarter) * 3 - 2, year);
  return between(`in Q${quarter} ${from.slice(0, 4)}`, from, addMonths(from, 3));
}

function readMonth(reader: Reader, today: string): Period | undefined {
  const found = reader.take(
    new RegExp(
      String.raw`\b(?:(since|in|for|during|of) )?(${months.join('|')})\b(?: (?:of )?${YEAR})?`,
    ),
  );
  if (found === undefined) return undefined;
  const [, preposition, month = '', year] = found;
  // "may" alone is usually the verb.
  if (month === 'may' && preposition === undefined && year === undefined) return undefined;
  const from = latest(today, months.indexOf(month) + 1, year);
  const name = `${month.slice(0, 1).toUpperCase()}${month.slice(1)} ${from.slice(0, 4)}`;
  if (preposition === 'since') return { label: `since ${name}`, from: `'${from}'` };
  return between(`in ${name}`, from, addMonths(from, 1));
}

function readYear(reader: Reader): Period | undefined {
  const found =
    reader.take(
      new RegExp(String.raw`\b(?:(since|in|for|during|of|from) )(?:the )?(?:year )?${YEAR}\b`),
    ) ??
    reader.take(new RegExp(String.raw`()\b(?:the )?year ${YEAR}\b`)) ??
    // Without such a word, it could be any number.
    reader.take(/()\b(20\d\d)\b/);
  if (found === undefined) return undefined;
  const [, preposition, year = ''] = found;
  if (preposition === 'since') return { label: `since ${year}`, from: `'${year}-01-01'` };
  return between(`in ${year}`, `${year}-01-01`, `${Number(year) + 1}-01-01`);
}

function between(label: string, from: string, to: string): Period {
  return { label, from: `'${from}'`, to: `'${to}'` };
}

function latest(today: string, month: number, year: string | undefined): string {
  const inYear = (number: number) => `${number}-${String(month).padStart(2, '0')}-01`;
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  return inYear(thisYear) <= today ? inYear(thisYear) : inYear(thisYear - 1);
}

function startOf(unit: string, offset = 0): string {
  const start = unit === 'day' ? TODAY : `trunc(${TODAY}, '${unit.toUpperCase()}')`;
  return offset === 0 ? start : shift(start, unit, offset);
}

function shift(day: string, unit: string, count: number): string {
  switch (unit) {
    case 'day':
      return `date_add(${day}, ${count})`;
    case 'week':
      return `date_add(${day}, ${count * 7})`;
    case 'month':
      return `add_months(${day}, ${count})`;
    case 'quarter':
      return `add_months(${day}, ${count * 3})`;
    default:
      return `add_months(${day}, ${count * 12})`;
  }
}
