import type { ChartWish } from '../../answers/chart.ts';
import type { ChartPhrases } from '../../texts/chartPhrases.ts';
import { allChartPhrases } from '../../texts/commandsOfAll.ts';
import { bareWords, formsOf } from '../text/bareWords.ts';

const wishes = ['line', 'bar', 'donut', 'table'] as const satisfies readonly ChartWish[];

const languages = Object.values(allChartPhrases).map((phrases) => ({
  before: phrases.before.flatMap(spokenForms),
  after: phrases.after.flatMap(spokenForms),
  wishOf: wishesIn(phrases),
}));

/** How the person wants to see the last answer: “as a line chart”. It must be the whole message, in any language. */
export function parseChartWish(text: string): ChartWish | undefined {
  const words = bareWords(text);
  return languages.map((language) => find(words, language)).find((wish) => wish !== undefined);
}

/** Takes away what can stand around a phrase, until one is left, or nothing can be taken. */
function find(words: string, language: (typeof languages)[number]): ChartWish | undefined {
  const { before, after, wishOf } = language;
  const wish = wishOf.get(words);
  if (wish) return wish;
  const start = before.find((each) => words.startsWith(each));
  if (start) return find(bareWords(words.slice(start.length)), language);
  const end = after.find((each) => words.endsWith(each));
  return end ? find(bareWords(words.slice(0, -end.length)), language) : undefined;
}

function wishesIn(phrases: ChartPhrases): ReadonlyMap<string, ChartWish> {
  return new Map(
    wishes.flatMap((wish) => phrases[wish].flatMap(formsOf).map((form) => [form, wish] as const)),
  );
}

/** Like `formsOf`, with the spaces that part it from what it stands beside. */
function spokenForms(words: string): string[] {
  const before = words.startsWith(' ') ? ' ' : '';
  const after = words.endsWith(' ') ? ' ' : '';
  return formsOf(words).map((form) => `${before}${form}${after}`);
}
