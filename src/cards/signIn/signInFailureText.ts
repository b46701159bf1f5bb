import { signInFailureOf } from './signInFailures.ts';

/**
 * What a person reads about a sign-in that failed in their client: what happened, and what to do or who to contact.
 *
 * @param errorId also in the log
 */
export function signInFailureText(code: unknown, adminContact: string, errorId: string): string {
  const { text, needsAdmin } = signInFailureOf(code);
  const help = needsAdmin
    ? `Please contact ${adminContact} and quote this error ID.`
    : 'If it doesn’t work, type “sign in”.';
  return `${text} ${help} (Error ID: ${errorId})`;
}
