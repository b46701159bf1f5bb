import type { Grammar } from '../grammar.ts';
import { time } from './time.ts';

/** All texts in English. The other languages have the same. */
export function english(grammar: Grammar) {
  return {
    time: time(grammar),
  };
}
