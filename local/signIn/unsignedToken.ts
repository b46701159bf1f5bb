import type { Person } from './people.ts';

/** Azure Databricks, as Entra ID knows it. */
const databricksAppId = '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d';

/** Milliseconds since 1970. */
export interface TokenTimes {
  issuedAt: number;
  expiresAt: number;
}

/** A token in the shape of Entra's for Azure Databricks, for a made-up person. Its signature is a word. */
export function unsignedToken(
  { oid, tid, upn, name }: Person,
  { issuedAt, expiresAt }: TokenTimes,
  audience = databricksAppId,
): string {
  const iat = Math.floor(issuedAt / 1000);
  const exp = Math.floor(expiresAt / 1000);
  const claims = { aud: audience, oid, tid, upn, preferred_username: upn, name, iat, exp };
  return `${encode({ typ: 'JWT', alg: 'none' })}.${encode(claims)}.unsigned`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
