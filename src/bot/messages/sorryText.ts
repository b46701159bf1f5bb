import { failureWords } from '../../cards/talk/failureWords.ts';
import { codeOf, type ErrorCode } from '../../common/errors.ts';
import { CourierError } from '../../questions/ports.ts';

/**
 * What a person reads where something that they asked for failed, as far as its code tells: what went wrong, and what
 * they, or an admin, can do.
 *
 * @param lead what it was that failed, as a sentence
 * @param errorId found again in the log
 */
export function sorryText(
  lead: string,
  error: unknown,
  errorId: string,
  adminContact: string,
): string {
  const { what, advice, needsAdmin } = failureWords(wordedCodeOf(error));
  const admin = needsAdmin ? `Please tell ${adminContact} and give this error id.` : undefined;
  return [lead, what, advice, admin, `(Error id ${errorId})`].filter(Boolean).join(' ');
}

function wordedCodeOf(error: unknown): ErrorCode {
  return error instanceof CourierError ? 'undeliverable' : codeOf(error);
}
