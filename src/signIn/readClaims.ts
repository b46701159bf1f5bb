import * as z from 'zod/mini';
import { parseJson } from '../common/parseJson.ts';
import { maxTokenLength } from './isToken.ts';

/** Whom a token is for, and how long. Whatever the token doesn't say, or says oddly, is absent. */
export interface TokenClaims {
  /** The person's object id in Entra ID, in lower case. */
  oid?: string | undefined;
  /** Their tenant's id, in lower case. */
  tid?: string | undefined;
  /** The name they sign in with. */
  upn?: string | undefined;
  name?: string | undefined;
  /** Milliseconds since 1970. */
  issuedAt?: number | undefined;
  /** Milliseconds since 1970. */
  expiresAt?: number | undefined;
}

/** Seconds since 1970: what is later than the year 5000 is no time, or in another unit. */
const maxSeconds = 100_000_000_000;

const textClaim = z.catch(
  z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(256))),
  undefined,
);
const idClaim = z.catch(
  z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(64), z.toLowerCase())),
  undefined,
);
const timeClaim = z.catch(z.optional(z.number().check(z.positive(), z.lt(maxSeconds))), undefined);

const claimsWire = z.object({
  oid: idClaim,
  tid: idClaim,
  upn: textClaim,
  preferred_username: textClaim,
  name: textClaim,
  iat: timeClaim,
  exp: timeClaim,
});

/**
 * Reads a JSON web token without checking it: Databricks does that. An opaque or encrypted token says nothing. Entra ID
 * asks its clients not to rely on this; nothing here is relied on but to refuse.
 */
export function readClaims(token: string): TokenClaims {
  if (token.length > maxTokenLength) return {};
  const [, payload = '', ...rest] = token.split('.');
  // Five parts are an encrypted token.
  if (rest.length !== 1) return {};
  const json = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  const { success, data } = z.safeParse(claimsWire, json);
  if (!success) return {};
  return {
    oid: data.oid,
    tid: data.tid,
    // Version 1 of Entra's tokens has the one, version 2 the other.
    upn: data.upn ?? data.preferred_username,
    name: data.name,
    issuedAt: toMs(data.iat),
    expiresAt: toMs(data.exp),
  };
}

function toMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}
