import type { SchedulePhrases } from '../../texts/schedulePhrases.ts';
import { foldText } from './foldText.ts';
import type { Token, Word } from './token.ts';

/** What a phrase stands for. `value`: which day of the week. */
export interface Entry {
  phrase: string;
  is: Exclude<Token['is'], 'number' | 'zone'>;
  value?: number;
}

/** The phrases of a language, as they are looked up. */
export interface Lexicon {
  /** By their first character, the longest first. */
  entries: ReadonlyMap<string, readonly Entry[]>;
  /** The same for what follows a number directly. */
  ordinalMarks: readonly string[];
}

const wordOf = {
  fill: 'fill',
  every: 'every',
  day: 'day',
  daily: 'daily',
  weekday: 'weekday',
  weekend: 'weekend',
  week: 'week',
  month: 'month',
  lastDay: 'lastDay',
  first: 'first',
  and: 'and',
  to: 'to',
  at: 'at',
  hourMarks: 'hourMark',
  minuteMarks: 'minuteMark',
  halfMarks: 'halfMark',
  am: 'am',
  pm: 'pm',
  noon: 'noon',
  midnight: 'midnight',
  zoneIn: 'zoneIn',
  never: 'never',
} as const satisfies Partial<Record<keyof SchedulePhrases, Word>>;

export function createLexicon(phrases: SchedulePhrases): Lexicon {
  const words = Object.entries(wordOf).flatMap(([key, is]) =>
    phrases[key as keyof typeof wordOf].map((phrase) => ({ phrase: foldText(phrase), is })),
  );
  const names = phrases.days.flatMap((day, at) =>
    day.map((name) => ({ phrase: foldText(name), is: 'name' as const, value: at + 1 })),
  );
  const entries = [...words, ...names].sort((a, b) => b.phrase.length - a.phrase.length);
  return {
    entries: Map.groupBy(entries, ({ phrase }) => phrase[0] ?? ''),
    ordinalMarks: byLength(phrases.ordinalMarks.map(foldText)),
  };
}

/** The longest first: “subscribe me” begins with “subscribe”. */
export function byLength(phrases: readonly string[]): readonly string[] {
  return [...phrases].sort((one, other) => other.length - one.length);
}

/** Whether a phrase stands in a text at a place, as whole words. */
export function standsAt(text: string, phrase: string, at: number): boolean {
  if (!text.startsWith(phrase, at)) return false;
  const last = phrase.at(-1) ?? '';
  return !(letter.test(last) && letter.test(text[at + phrase.length] ?? ''));
}

const letter = /\p{Script=Latin}/u;
