import type { Clock } from '../common/clock.ts';
import type { TokenSource } from '../genie/tokenSource.ts';
import { cacheTokens } from './cacheTokens.ts';

/** How soon a rotated token is noticed where the old one still works. */
const cacheMs = 10 * 60_000;

/**
 * A personal access token kept in Key Vault, read again every 10 minutes and after it was refused. When Key Vault does
 * not answer, the token read before stays in use.
 */
export function createVaultTokens(readSecret: () => Promise<string>, clock: Clock): TokenSource {
  return cacheTokens(async () => {
    const token = await readSecret();
    return { token, staleAt: clock.now() + cacheMs, usableUntil: Number.POSITIVE_INFINITY };
  }, clock);
}
