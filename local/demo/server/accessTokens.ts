import { randomBytes } from 'node:crypto';
import { ApiError } from './apiError.ts';

const LIFETIME_SECONDS = 3600;

/** Knows which bearer tokens are valid: the personal one forever, OAuth tokens for an hour. */
export interface AccessTokens {
  /** @throws ApiError 401 unless the header carries a valid token. */
  check(authorization: string | undefined): void;
  /** A new OAuth token, in the shape of the token endpoint's answer (RFC 6749, 5.1). */
  issue(): { access_token: string; token_type: string; expires_in: number; scope: string };
}

export function createAccessTokens(personalToken: string, now: () => number): AccessTokens {
  const expiries = new Map<string, number>();
  return {
    check: (authorization) => {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) {
        throw new ApiError(
          401,
          401,
          'Credential was not sent or was of an unsupported type for this API.',
        );
      }
      if (token !== personalToken && (expiries.get(token) ?? 0) <= now()) {
        throw new ApiError(401, 401, 'Invalid access token.');
      }
    },
    issue: () => {
      const token = `demo-oauth-${randomBytes(16).toString('hex')}`;
      expiries.set(token, now() + LIFETIME_SECONDS * 1000);
      return {
        access_token: token,
        token_type: 'Bearer',
        expires_in: LIFETIME_SECONDS,
        scope: 'all-apis',
      };
    },
  };
}
