import type { SignedTokens } from '../signedTokens.ts';

/** What a Direct Line token is good for. Like Direct Line's own it's a JSON Web Token, here without an expiry. */
interface TokenClaims {
  conv: string;
  /** Web Chat reads the person's id from here: it accepts a `dl_` id from nowhere else. */
  user: string;
}

export type ChatTokens = SignedTokens<TokenClaims>;
