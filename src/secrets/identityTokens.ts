import type { TokenCredential } from '@azure/identity';
import type { Clock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';
import type { TokenSource } from '../genie/tokenSource.ts';
import { cacheTokens } from './cacheTokens.ts';
import { expiringToken } from './expiringToken.ts';

/** Azure Databricks as a resource of Entra ID; the same in every tenant. */
const databricksScope = '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default';
const timeoutMs = 20_000;

/**
 * Tokens of the app's managed identity, which is a service principal of the workspace: the user-assigned one of
 * `clientId`, else the system-assigned.
 */
export function createIdentityTokens(clientId: string | undefined, clock: Clock): TokenSource {
  let credential: TokenCredential | undefined;

  return cacheTokens(async () => {
    try {
      credential ??= await loadCredential(clientId);
      const abortSignal = AbortSignal.timeout(timeoutMs);
      const issued = await credential.getToken(databricksScope, { abortSignal });
      if (issued === null) throw new Error('no token was issued');
      return expiringToken(issued.token, issued.expiresOnTimestamp, clock.now());
    } catch (cause) {
      const message = 'The managed identity gave no token for Databricks';
      throw new AppError('secret-unavailable', message, { cause });
    }
  }, clock);
}

async function loadCredential(clientId: string | undefined): Promise<TokenCredential> {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  return new ManagedIdentityCredential(clientId ? { clientId } : {});
}
