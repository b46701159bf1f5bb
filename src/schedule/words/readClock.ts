import type { TimeOfDay } from '../schedule.ts';
import type { Token } from './token.ts';

/** A time of day that tokens say, or what can't be one: “25:00”. `next`: the token after it. */
export interface Clock {
  time: TimeOfDay | undefined;
  next: number;
}

/**
 * The time of day that begins with a token; `undefined` if none does. A number alone is one only after “at”, or if
 * nothing else could be meant.
 */
export function readClock(tokens: readonly Token[], start: number): Clock | undefined {
  const is = (at: number) => tokens[at]?.is;
  let at = start;
  const isAnnounced = is(at) === 'at';
  if (isAnnounced) at += 1;
  // “De segunda a sexta-feira”, and “every 2 hours”.
  if ((isAnnounced && is(at) === 'name') || is(start - 1) === 'every') return undefined;
  let half = halfOf(is(at));
  if (half) at += 1;
  const named = is(at) === 'noon' ? 12 : is(at) === 'midnight' ? 0 : undefined;
  if (named !== undefined) return { time: { hour: named, minute: 0 }, next: at + 1 };

  const hour = tokens[at];
  if (hour?.is !== 'number' || hour.isOrdinal) {
    if (!isAnnounced) return undefined;
    // “at sunrise”, or “at” alone.
    while (is(at) === 'unknown') at += 1;
    return { time: undefined, next: at };
  }
  const minutes = readMinutes(tokens, at);
  at = minutes?.next ?? at + 1;
  if (!half) {
    half = halfOf(is(at));
    if (half) at += 1;
  }
  const isBare = !isAnnounced && !half && !minutes;
  if (isBare && !canStandAlone(tokens, start)) return undefined;
  const isCompact = !minutes && hour.digits >= 3 && hour.digits <= 4;
  if (isBare && isCompact) return undefined;
  const time = isCompact
    ? timeOf(Math.floor(hour.value / 100), hour.value % 100, half)
    : timeOf(hour.value, minutes?.value ?? 0, half);
  return { time: minutes?.isBad ? undefined : time, next: at };
}

/** After a day of the week or “daily” a number is the hour; after “day” it could be a date. */
function canStandAlone(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const isAfterDay =
    before?.is === 'name' ||
    before?.is === 'weekday' ||
    before?.is === 'daily' ||
    (before?.is === 'number' && before.isOrdinal);
  const next = tokens[at + 1]?.is;
  return isAfterDay && next !== 'name' && next !== 'day' && next !== 'month' && next !== 'week';
}

/** “:30”, “.30”, “h30”, “h”, “h y media”. */
function readMinutes(
  tokens: readonly Token[],
  at: number,
): { value: number; isBad: boolean; next: number } | undefined {
  const [hour, mark, minute] = tokens.slice(at, at + 3);
  if (!hour || !mark) return undefined;
  const touches = mark.from === hour.to && minute?.from === mark.to;
  const isClock = mark.is === 'colon' || (mark.is === 'dot' && touches);
  if (isClock && minute?.is === 'number') {
    const seconds = readSeconds(tokens, at + 3);
    return {
      value: minute.value,
      isBad: minute.digits !== 2 || minute.isOrdinal || !!seconds?.value,
      next: skipMark(tokens, seconds ? at + 5 : at + 3),
    };
  }
  if (mark.is === 'halfMark') return { value: 30, isBad: false, next: at + 2 };
  if (mark.is !== 'hourMark') return undefined;
  if (minute?.is === 'halfMark') return { value: 30, isBad: false, next: at + 3 };
  if (minute?.is === 'number' && !minute.isOrdinal) {
    const end = at + 3;
    const next = tokens[end]?.is === 'minuteMark' ? end + 1 : end;
    return { value: minute.value, isBad: minute.digits !== 2 && next === end, next };
  }
  return { value: 0, isBad: false, next: at + 2 };
}

/** “:00”, and whatever else is no time. */
function readSeconds(tokens: readonly Token[], at: number): { value: number } | undefined {
  const [minute, colon, second] = tokens.slice(at - 1, at + 2);
  const touches = colon?.from === minute?.to && second?.from === colon?.to;
  return touches && colon?.is === 'colon' && second?.is === 'number' ? second : undefined;
}

/** “17:30 Uhr”. */
function skipMark(tokens: readonly Token[], at: number): number {
  return tokens[at]?.is === 'hourMark' ? at + 1 : at;
}

type Half = 'am' | 'pm';

function halfOf(word: Token['is'] | undefined): Half | undefined {
  return word === 'am' || word === 'pm' ? word : undefined;
}

function timeOf(hour: number, minute: number, half: Half | undefined): TimeOfDay | undefined {
  if (minute > 59 || hour > 23) return undefined;
  if (!half) return { hour, minute };
  if (half === 'pm') return { hour: hour < 12 ? hour + 12 : hour, minute };
  return hour > 12 ? undefined : { hour: hour % 12, minute };
}
