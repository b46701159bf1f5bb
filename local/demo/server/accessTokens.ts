import { randomBytes } from 'node:crypto';
import { botCaller, type Caller } from '../caller.ts';
import { ApiError } from './apiError.ts';

const LIFETIME_SECONDS = 3600;

/** Reads a person's token: whose it is; `undefined` for one that has expired or that its own service didn't issue. */
export type ReadPersonToken = (token: string) => Caller | undefined;

/** Knows whose a bearer token is: the bot's personal one, good forever, its OAuth tokens, for an hour, or a person's. */
export interface AccessTokens {
  /** @throws ApiError 401 unless the header carries a valid token. */
  callerOf(authorization: string | undefined): Caller;
  /** A new OAuth token, in the shape of the token endpoint's answer (RFC 6749, 5.1). */
  issue(): { access_token: string; token_type: string; expires_in: number; scope: string };
}

export function createAccessTokens(
  botToken: string,
  readPersonToken: ReadPersonToken,
  now: () => number,
): AccessTokens {
  const expiries = new Map<string, number>();
  return {
    callerOf: (authorization) => {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) {
        throw new ApiError(
          401,
          401,
          'Credential was not sent or was of an unsupported type for this API.',
        );
      }
      if (token === botToken || (expiries.get(token) ?? 0) > now()) return botCaller;
      const person = readPersonToken(token);
      if (person === undefined) throw new ApiError(401, 401, 'Invalid access token.');
      return person;
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
