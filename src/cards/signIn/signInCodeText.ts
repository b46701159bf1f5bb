import { writeCount } from '../parts/write.ts';

/** What is wrong with six digits that a person typed. */
export type SignInCodeProblem =
  /** `triesLeft`: with this sign-in; at 0, another card follows. */
  | { kind: 'wrong'; triesLeft: number }
  /** `minutes`: until codes are read again. */
  | { kind: 'too-many'; minutes: number }
  /** Nothing waits for a code. */
  | { kind: 'unexpected' };

/** Says why a code didn't sign the person in, and what to do. */
export function signInCodeText(problem: SignInCodeProblem): string {
  switch (problem.kind) {
    case 'wrong':
      return problem.triesLeft > 0
        ? `That code isn’t right. Please check it and type it again: you have ${count(problem.triesLeft, 'try', 'tries')} left.`
        : 'That code isn’t right. Please sign in again to get a new one.';
    case 'too-many':
      return `That’s too many wrong codes. Please try again in ${count(Math.max(1, Math.ceil(problem.minutes)), 'minute', 'minutes')}.`;
    case 'unexpected':
      return 'I’m not waiting for a code. Type “sign in” to get a new one.';
  }
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${writeCount(number)} ${many}`;
}
