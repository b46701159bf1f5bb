import { inertText } from './inertText.ts';

/** Why a person who has tried to sign in, or was signed in, has to do so once more. */
export type SignInReason = 'expired' | 'other-account' | 'failed' | 'wrong-codes';

/**
 * Says it in a sentence or two.
 *
 * @param account the one to sign in with, if it is known
 */
export function signInReason(reason: SignInReason, account?: string): string {
  switch (reason) {
    case 'expired':
      return 'Your sign-in has run out.';
    case 'failed':
      return 'That sign-in didn’t work.';
    case 'wrong-codes':
      return 'That code wasn’t right either, so this is a new sign-in with a new code.';
    case 'other-account':
      return otherAccountText(account);
  }
}

/** The person signed in as someone else than they are in this chat. */
export function otherAccountText(account = ''): string {
  const how =
    account.trim() === '' ? 'with the account you use here' : `as ${inertText(account, 100)}`;
  return `You signed in with another account than the one you use here, so I signed you out. Please sign in ${how}.`;
}
