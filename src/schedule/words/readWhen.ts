import type { Schedule, TimeOfDay } from '../schedule.ts';
import { foldText } from './foldText.ts';
import { type Clock, readClock } from './readClock.ts';
import { readDays } from './readDays.ts';
import { zoneOfCity } from './readZone.ts';
import type { Token } from './token.ts';

/** What is wrong with a time: `when` is all that has no better name. */
export type BadWhen = 'when' | 'time' | 'zone' | 'day';

export type When =
  | { is: 'when'; schedule: Schedule; timeZone?: string }
  /** `from` and `to`: where it stands in the text. */
  | { is: 'bad'; why: BadWhen; from: number; to: number };

/** What tokens say about when something is due, if they say nothing else. */
export function readWhen(said: readonly Token[], text: string): When {
  const tokens = withoutMarks(said);
  const { clocks, rest } = splitClocks(tokens);
  const { zones, days: daysSaid } = splitZones(rest, text);
  const all = { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 };
  const bad = (why: BadWhen, at: { from: number; to: number } = all): When => ({
    is: 'bad',
    why,
    from: at.from,
    to: at.to,
  });

  const days = readDays(daysSaid);
  if (days?.every === 'bad') return bad('day', days.day);
  const [clock] = clocks;
  const last = clocks.at(-1);
  const isOne = clocks.every(({ time }) => isSame(time, clock?.time));
  if (clock && last && !isOne) return bad('time', { from: clock.from, to: last.to });
  const wrong = clocks.find(({ time }) => time === undefined);
  if (wrong) return wrong.to > wrong.from ? bad('time', wrong) : bad('when');
  const [zone, otherZone] = zones;
  if (days && zone && zone.name === undefined) return bad('zone', zone);
  if (!days || otherZone || !clock?.time) return bad('when');
  const schedule: Schedule = { ...days, at: clock.time };
  return { is: 'when', schedule, ...(zone?.name !== undefined && { timeZone: zone.name }) };
}

/** Without the punctuation around them. */
function withoutMarks(tokens: readonly Token[]): readonly Token[] {
  const isWord = ({ is }: Token) => !isMark(is);
  const from = tokens.findIndex(isWord);
  return from < 0 ? [] : tokens.slice(from, tokens.findLastIndex(isWord) + 1);
}

/** Whether it's punctuation. */
export function isMark(word: Token['is']): boolean {
  return marks.has(word);
}

const marks: ReadonlySet<Token['is']> = new Set(['colon', 'break', 'comma', 'dash', 'dot']);

/** “12:00 noon” is one time. */
function isSame(one: TimeOfDay | undefined, other: TimeOfDay | undefined): boolean {
  return one?.hour === other?.hour && one?.minute === other?.minute;
}

interface Placed {
  from: number;
  to: number;
}

/** The times among tokens, and the other tokens. */
function splitClocks(tokens: readonly Token[]) {
  const clocks: (Placed & { time: TimeOfDay | undefined })[] = [];
  const rest: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const clock: Clock | undefined = readClock(tokens, at);
    const token = tokens[at];
    if (clock) {
      const [first, last] = [tokens[at], tokens[clock.next - 1]];
      // “at” itself isn't what is wrong.
      const from = (first?.is === 'at' ? tokens[at + 1]?.from : first?.from) ?? last?.to ?? 0;
      clocks.push({ time: clock.time, from, to: last?.to ?? from });
      at = clock.next;
    } else {
      if (token) rest.push(token);
      at += 1;
    }
  }
  return { clocks, rest };
}

/** The zones among tokens, those that are only a city's name as well, and the other tokens. */
function splitZones(tokens: readonly Token[], text: string) {
  const zones: (Placed & { name: string | undefined })[] = [];
  const days: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.is === 'zone') {
      zones.push({ name: token.value, from: token.from, to: token.to });
      continue;
    }
    const start = token.is === 'zoneIn' ? at + 1 : at;
    let end = start;
    while (tokens[end]?.is === 'unknown') end += 1;
    const [first, last] = [tokens[start], tokens[end - 1]];
    if (end > start && first && last) {
      const { from } = first;
      const said = text.slice(from, last.to);
      const name = zoneOfCity(foldText(said));
      // “EST” is meant as one.
      const isMeant = token.is === 'zoneIn' || name !== undefined || /^[A-Z]{2,5}$/.test(said);
      if (isMeant) zones.push({ name, from, to: last.to });
      else days.push(...tokens.slice(at, end));
      at = end - 1;
    } else if (token.is !== 'zoneIn') {
      days.push(token);
    }
  }
  return { zones, days };
}
