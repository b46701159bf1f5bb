import { randomBytes } from 'node:crypto';
import { createSignedTokens } from '../signedTokens.ts';
import { claimsFor, type PersonClaims, type TokenTimes } from '../signIn/claimsFor.ts';
import type { Person } from '../signIn/people.ts';
import { people } from './people.ts';
import type { ReadPersonToken } from './server/accessTokens.ts';

/** Makes and reads the tokens of the demo's people. The secret is this object's own, so nobody else can make one. */
export interface PersonTokens {
  issue(person: Person, times: TokenTimes): string;
  read: ReadPersonToken;
}

export function createPersonTokens(now: () => number = Date.now): PersonTokens {
  const tokens = createSignedTokens<PersonClaims>(randomBytes(32).toString('hex'));
  return {
    issue: (person, times) => tokens.sign(claimsFor(person, times)),
    read: (token) => {
      const claims = tokens.verify(token);
      if (claims === undefined || claims.exp * 1000 <= now()) return undefined;
      return people.find(({ oid }) => oid === claims.oid)?.caller;
    },
  };
}
