import { writeCount } from '../parts/write.ts';

/** What is wrong with six digits that a person typed. */
export type SignInCodeProblem =
  /** `triesLeft`: with this sign-in, which is over at 0. */
  | { kind: 'wrong'; triesLeft: number }
  /** `minutes`: until codes are read again. */
  | { kind: 'too-many'; minutes: number }
  /** The sign-in ended before: it had too many wrong codes, or took too long. */
  | { kind: 'card-over' }
  | { kind: 'late' }
  /** Nothing waits for a code. */
  | { kind: 'unexpected' };

const newSignIn = 'Type “sign in” for a new one.';

/** Says why a code didn't sign the person in, and what to do. */
export function signInCodeText(problem: SignInCodeProblem): string {
  switch (problem.kind) {
    case 'wrong':
      return problem.triesLeft > 0
        ? `That code isn’t right. Please check it and type it again: you have ${count(problem.triesLeft, 'try', 'tries')} left.`
        : `That code isn’t right either, so this sign-in is over. ${newSignIn}`;
    case 'too-many':
      return `That’s too many wrong codes. Please try again in ${count(Math.max(1, Math.ceil(problem.minutes)), 'minute', 'minutes')}.`;
    case 'card-over':
      return `This sign-in is over. ${newSignIn}`;
    case 'late':
      return `This sign-in took longer than 15 minutes. ${newSignIn}`;
    case 'unexpected':
      return 'I’m not waiting for a code. Type “sign in” to get one.';
  }
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${writeCount(number)} ${many}`;
}
