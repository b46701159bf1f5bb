import { failureWords } from '../../cards/talk/failureWords.ts';
import { codeOf, detailOf, type ErrorCode } from '../../common/errors.ts';
import type { Identity } from '../../common/identity.ts';
import { CourierError } from '../../questions/ports.ts';
import type { Texts } from '../../texts/texts.ts';

export interface Sorry {
  /** Says what failed, as a sentence. */
  lead: string;
  error: unknown;
  /** Also in the log. */
  errorId: string;
  /** Whose rights were missing, if any were. */
  identity?: Identity;
  adminContact: string;
}

/**
 * What a person reads if something they asked for failed: what went wrong, as far as the error code tells, and what they
 * or an admin can do.
 */
export function sorryText(
  { lead, error, errorId, identity, adminContact: contact }: Sorry,
  texts: Texts,
): string {
  const { failures, sentences } = texts;
  const failed = { code: wordedCodeOf(error), detail: detailOf(error), identity };
  const { what, advice, needsAdmin } = failureWords(failed, texts);
  if (isNoFault(error)) return sentences([what, advice]);
  const admin = needsAdmin && failures.contactWithThisId({ contact });
  return sentences([lead, what, advice, admin, failures.errorIdAtEnd({ errorId })]);
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
