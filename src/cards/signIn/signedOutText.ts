import type { Texts } from '../../texts/texts.ts';

/** Says that the person's token is forgotten, and what that ends. */
export function signedOutText(wasSignedIn: boolean, { signIn }: Texts): string {
  return wasSignedIn ? signIn.signedOut : signIn.wasSignedOut;
}
