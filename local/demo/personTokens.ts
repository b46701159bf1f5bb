import { randomBytes } from 'node:crypto';
import { createSignedTokens } from '../signedTokens.ts';
import { type DemoPerson, people } from './people.ts';
import type { ReadPersonToken } from './server/accessTokens.ts';

/** What a token says about a person, as Entra ID would. `exp` and `iat` are in seconds since 1970. */
interface PersonClaims {
  aud: string;
  oid: string;
  upn: string;
  preferred_username: string;
  name: string;
  iat: number;
  exp: number;
}

/** Makes and reads the tokens of the demo's people. The secret is this object's own, so nobody else can make one. */
export interface PersonTokens {
  /** Times in milliseconds since 1970. */
  issue(
    person: Pick<DemoPerson, 'oid' | 'upn' | 'name'>,
    times: { issuedAt: number; expiresAt: number },
  ): string;
  read: ReadPersonToken;
}

/** Azure Databricks, as Entra ID knows it. */
const databricksAppId = '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d';

export function createPersonTokens(now: () => number = Date.now): PersonTokens {
  const tokens = createSignedTokens<PersonClaims>(randomBytes(32).toString('hex'));
  return {
    issue: ({ oid, upn, name }, { issuedAt, expiresAt }) =>
      tokens.sign({
        aud: databricksAppId,
        oid,
        upn,
        preferred_username: upn,
        name,
        iat: Math.floor(issuedAt / 1000),
        exp: Math.floor(expiresAt / 1000),
      }),
    read: (token) => {
      const claims = tokens.verify(token);
      if (claims === undefined || claims.exp * 1000 <= now()) return undefined;
      return people.find(({ oid }) => oid === claims.oid)?.caller;
    },
  };
}
