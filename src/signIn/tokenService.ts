import type { Place } from '../questions/place.ts';

/** How the token service tells people apart. */
export interface TokenOwner {
  userId: string;
  channelId: string;
}

export interface IssuedToken {
  token: string;
  /** Milliseconds since 1970: of the token if it says, else what the service says. */
  expiresAt: number | undefined;
}

/** What a sign-in card needs. Absent parts are left out: Teams refuses a card in which one is `null`. */
export interface SignInLink {
  signInLink: string;
  /** Lets a client sign in silently. */
  tokenExchangeResource?: { id: string; uri: string; providerId?: string };
  tokenPostResource?: { sasUrl: string };
}

/**
 * Where people's tokens are kept. A call that tells nothing of the person's sign-in throws `sign-in-unavailable`; none
 * is repeated. No message quotes a token or says whose it is.
 */
export interface TokenService {
  /** The token that the service keeps; with `code`, the one that the six digits complete. `undefined`: none. */
  getToken(owner: TokenOwner, code?: string): Promise<IssuedToken | undefined>;
  getSignInLink(place: Place): Promise<SignInLink>;
  /** Trades a client's SSO token. A refusal is in words for the log. */
  exchange(owner: TokenOwner, ssoToken: string): Promise<IssuedToken | { refusal: string }>;
  signOut(owner: TokenOwner): Promise<void>;
}
