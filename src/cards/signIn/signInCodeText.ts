import type { Texts } from '../../texts/texts.ts';

/** What is wrong with six digits that a person typed. */
export type SignInCodeProblem =
  /** `triesLeft`: with this sign-in, which is over at 0. */
  | { kind: 'wrong'; triesLeft: number }
  /** `minutes`: until codes are read again. */
  | { kind: 'too-many'; minutes: number }
  /** The sign-in ended before: it had too many wrong codes, or took too long. */
  | { kind: 'card-over' }
  | { kind: 'late' }
  /** Another conversation waits for the same user: `minutes` until it no longer does. */
  | { kind: 'contested'; minutes: number }
  /** Nothing waits for a code. */
  | { kind: 'unexpected' };

/** Says why a code didn't sign the person in, and what to do. */
export function signInCodeText(problem: SignInCodeProblem, { signIn: { code } }: Texts): string {
  switch (problem.kind) {
    case 'wrong':
      return problem.triesLeft > 0 ? code.wrong(problem) : code.wrongAtLast;
    case 'too-many':
      return code.tooMany(wholeMinutes(problem.minutes));
    case 'contested':
      return code.contested(wholeMinutes(problem.minutes));
    case 'card-over':
      return code.over;
    case 'late':
      return code.late;
    case 'unexpected':
      return code.unexpected;
  }
}

function wholeMinutes(minutes: number): number {
  return Math.max(1, Math.ceil(minutes));
}
