import { createSignedTokens, type SignedTokens } from '../signedTokens.ts';

/** What a Direct Line token is good for. Like Direct Line's own it's a JSON Web Token, here without an expiry. */
interface TokenClaims {
  conv: string;
  /** Web Chat reads the person's id from here: it accepts a `dl_` id from nowhere else. */
  user: string;
}

export interface ChatTokens extends SignedTokens<TokenClaims> {
  /** Has those signed so far be good for nothing. */
  expireAll(): void;
}

/** Tokens of the conversations, which live until someone has them expire. */
export function createChatTokens(secret: string): ChatTokens {
  const signed = createSignedTokens<TokenClaims & { age: number }>(secret);
  let age = 0;
  return {
    sign: (claims) => signed.sign({ ...claims, age }),
    verify(token) {
      const claims = signed.verify(token);
      return claims && claims.age >= age ? claims : undefined;
    },
    expireAll() {
      age++;
    },
  };
}
