import type { Texts } from '../../texts/texts.ts';
import { inertText } from './inertText.ts';

/** Why a person who has tried to sign in, or was signed in, has to do so once more. */
export type SignInReason = keyof Texts['signIn']['again'];

/**
 * Says it in a sentence or two.
 *
 * @param account the one to sign in with, if it is known
 */
export function signInReason(
  reason: SignInReason,
  account: string | undefined,
  { signIn }: Texts,
): string {
  const isKnown = reason === 'other-account' && account !== undefined && account.trim() !== '';
  return isKnown ? signIn.signInAs({ account: inertText(account, 100) }) : signIn.again[reason];
}
