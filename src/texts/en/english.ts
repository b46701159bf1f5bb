import type { Grammar } from '../grammar.ts';
import { chart } from './chart.ts';
import { time } from './time.ts';

/** All texts in English. The other languages have the same. */
export function english(grammar: Grammar) {
  return {
    chart: chart(grammar),
    time: time(grammar),
  };
}
