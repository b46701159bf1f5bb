import type { Person } from './people.ts';

/** Azure Databricks, as Entra ID knows it. */
const databricksAppId = '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d';

/** Milliseconds since 1970. */
export interface TokenTimes {
  issuedAt: number;
  expiresAt: number;
}

/** What a token says about a person, as Entra ID would. `iat` and `exp` are in seconds since 1970. */
export interface PersonClaims extends Person {
  aud: string;
  preferred_username: string;
  iat: number;
  exp: number;
}

/** The claims of a token of Entra's for Azure Databricks. */
export function claimsFor(
  { oid, tid, upn, name }: Person,
  { issuedAt, expiresAt }: TokenTimes,
  audience = databricksAppId,
): PersonClaims {
  const iat = Math.floor(issuedAt / 1000);
  const exp = Math.floor(expiresAt / 1000);
  return { aud: audience, oid, ...(tid && { tid }), upn, preferred_username: upn, name, iat, exp };
}
