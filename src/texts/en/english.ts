import type { Grammar } from '../grammar.ts';
import { provenance } from './provenance.ts';
import { time } from './time.ts';

/** All texts in English. The other languages have the same. */
export function english(grammar: Grammar) {
  return {
    provenance: provenance(grammar),
    time: time(grammar),
  };
}
