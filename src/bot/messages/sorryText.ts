import { failureWords } from '../../cards/talk/failureWords.ts';
import { codeOf, detailOf, type ErrorCode } from '../../common/errors.ts';
import type { Identity } from '../../common/identity.ts';
import { CourierError } from '../../questions/ports.ts';

/**
 * What a person reads if something they asked for failed: what went wrong, as far as the error code tells, and what they
 * or an admin can do.
 *
 * @param lead says what failed, as a sentence
 * @param errorId also in the log
 */
export function sorryText(
  lead: string,
  error: unknown,
  errorId: string,
  adminContact: string,
  identity?: Identity,
): string {
  const { what, advice, needsAdmin } = failureWords(wordedCodeOf(error), detailOf(error), identity);
  if (isNoFault(error)) return [what, advice].filter(Boolean).join(' ');
  const admin = needsAdmin ? `Please contact ${adminContact} and quote this error ID.` : undefined;
  return [lead, what, advice, admin, `(Error ID: ${errorId})`].filter(Boolean).join(' ');
}

const noFaults: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'identity-changed',
  'sign-in-required',
]);

/** Whether nothing went wrong: the person has to sign in, or to ask again as who they are now. */
export function isNoFault(error: unknown): boolean {
  return noFaults.has(codeOf(error));
}

function wordedCodeOf(error: unknown): ErrorCode {
  return error instanceof CourierError ? 'undeliverable' : codeOf(error);
}
