import { endStates, type Question } from '../question.ts';

/**
 * Whether a question's asker can know of it. Of what a subscription asks, nothing is said before its outcome is sent, and
 * then perhaps nothing at all.
 */
export function isShown({ run, state, sending }: Question): boolean {
  if (run === undefined) return true;
  return run.silent === undefined && (endStates.has(state) || sending !== undefined);
}
