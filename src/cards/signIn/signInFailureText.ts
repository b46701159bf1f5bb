import type { Texts } from '../../texts/texts.ts';
import { signInFailureOf } from './signInFailures.ts';

/**
 * What a person reads about a sign-in that failed in their client: what happened, and what to do or who to contact.
 *
 * @param errorId also in the log
 */
export function signInFailureText(
  code: unknown,
  { contact, errorId }: { contact: string; errorId: string },
  { signIn, failures, sentences }: Texts,
): string {
  const { words, needsAdmin } = signInFailureOf(code);
  const help = needsAdmin ? failures.contactWithThisId({ contact }) : signIn.failed.otherwise;
  return sentences([signIn.failed[words], help, failures.errorIdAtEnd({ errorId })]);
}
