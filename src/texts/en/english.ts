import type { Grammar } from '../grammar.ts';
import { failureDetails } from './failureDetails.ts';
import { failures } from './failures.ts';
import { people } from './people.ts';
import { personFailures } from './personFailures.ts';
import { sending } from './sending.ts';
import { signIn } from './signIn.ts';
import { time } from './time.ts';

/** All texts in English. The other languages have the same. */
export function english(grammar: Grammar) {
  return {
    failureDetails: failureDetails(),
    failures: failures(),
    people: people(grammar),
    personFailures: personFailures(),
    sending: sending(),
    sentences: grammar.sentences,
    signIn: signIn(grammar),
    time: time(grammar),
  };
}
