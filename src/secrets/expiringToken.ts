import type { ReadToken } from './cacheTokens.ts';

/** Databricks refuses tokens that expire within 30 s. */
const marginMs = 40_000;
const refreshAheadMs = 4 * 60_000;

/** A token with an end, renewed well before it. Times are milliseconds since 1970. */
export function expiringToken(token: string, expiresAt: number, now: number): ReadToken {
  const aheadMs = Math.min(refreshAheadMs, (expiresAt - now) / 2);
  return { token, staleAt: expiresAt - aheadMs, usableUntil: expiresAt - marginMs };
}
