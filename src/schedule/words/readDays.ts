import type { Schedule, Weekday } from '../schedule.ts';
import type { Token } from './token.ts';

/** Which days a schedule is due on. */
export type Days = WithoutTime<Schedule>;

type WithoutTime<T> = T extends Schedule ? Omit<T, 'at'> : never;

/** Some months have fewer days. */
const lastOfAll = 28;

/**
 * The days that tokens say, of which none is about the time; `undefined` if they say nothing, or two things at once.
 * `day`: a day that not every month has.
 */
export function readDays(
  tokens: readonly Token[],
): Days | { every: 'bad'; day: Token } | undefined {
  const words = tokens.filter(({ is }) => !saysNothing.has(is));
  const hasNames = words.some(({ is }) => is === 'name');
  const said = withoutCommas(words, hasNames);
  const has = (is: Token['is']) => said.some((token) => token.is === is);
  const only = (...words: readonly Token['is'][]) => said.every(({ is }) => words.includes(is));
  if (has('never') || has('unknown')) return undefined;
  if (has('number') || has('first')) return readDate(said);
  if (has('lastDay')) return only('lastDay', 'month') ? { every: 'month', day: 'last' } : undefined;
  if (hasNames) return readNames(said.filter(({ is }) => is !== 'week'));
  if (has('weekday')) return said.length === 1 ? { every: 'weekday' } : undefined;
  if (has('weekend')) return said.length === 1 ? { every: 'week', days: [6, 7] } : undefined;
  const isDaily = said.length === 1 && (has('day') || has('daily'));
  return isDaily ? { every: 'day' } : undefined;
}

const saysNothing: ReadonlySet<Token['is']> = new Set(['fill', 'every', 'break', 'dot']);

/** Commas part things, unless they're between two days: “Monday, Friday, at 9:00”. */
function withoutCommas(words: readonly Token[], hasNames: boolean): readonly Token[] {
  if (!hasNames) return words.filter(({ is }) => is !== 'comma');
  return words.filter(
    ({ is }, at) => is !== 'comma' || words[at + 1]?.is === 'name' || words[at + 1]?.is === 'and',
  );
}

/** “every 1st”, “first day of the month”, “day 15 of every month”. */
function readDate(said: readonly Token[]): Days | { every: 'bad'; day: Token } | undefined {
  const dates = said.filter(({ is }) => is === 'number' || is === 'first');
  const [date] = dates;
  const rest = said.filter((token) => token !== date);
  const isMonthly = rest.every(({ is }) => is === 'month' || is === 'day');
  if (!date || dates.length > 1 || !isMonthly) return undefined;
  if (date.is !== 'number') return { every: 'month', day: 1 };
  // “every 3rd day” isn't a date, but “3rd day of the month” is.
  const isInterval = said[said.indexOf(date) + 1]?.is === 'day';
  const isOfMonth = rest.some(({ is }) => is === 'month');
  if (isInterval && !(date.isOrdinal && isOfMonth)) return undefined;
  if (!date.isOrdinal && rest.length === 0) return undefined;
  const isDate = date.value >= 1 && date.value <= lastOfAll;
  return isDate ? { every: 'month', day: date.value } : { every: 'bad', day: date };
}

/** “Monday, Wednesday and Friday”, “Monday to Friday”. */
function readNames(said: readonly Token[]): Days | undefined {
  const days = new Set<number>();
  let from: number | undefined;
  let isRange = false;
  for (const token of said) {
    if (token.is === 'name') {
      for (const day of isRange ? daysBetween(from, token.value) : [token.value]) days.add(day);
      from = token.value;
      isRange = false;
    } else if (from === undefined || isRange) {
      return undefined;
    } else if (token.is === 'to' || token.is === 'dash' || token.is === 'at') {
      isRange = true;
    } else if (token.is !== 'and' && token.is !== 'comma') {
      return undefined;
    }
  }
  if (isRange) return undefined;
  const inOrder = [...days].sort() as Weekday[];
  if (inOrder.length === 7) return { every: 'day' };
  return inOrder.join('') === '12345' ? { every: 'weekday' } : { every: 'week', days: inOrder };
}

/** From a day of the week to another one, maybe over Sunday. */
function daysBetween(from: number | undefined, to: number): number[] {
  const days: number[] = [];
  for (let day = from ?? to; day !== to; day = (day % 7) + 1) days.push(day);
  return [...days, to];
}
