import type { Clock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';
import type { TokenSource } from '../genie/tokenSource.ts';
import type { DatabricksAuth, OAuthClient } from './databricksAuth.ts';
import { createIdentityTokens } from './identityTokens.ts';
import { createOAuthTokens } from './oauthTokens.ts';
import { readVaultSecret } from './readVaultSecret.ts';
import { createVaultTokens } from './vaultTokens.ts';

/** Where Databricks tokens come from, by the settings. Nothing is read before the first `getToken`. */
export function createTokenSource(auth: DatabricksAuth, { clock }: { clock: Clock }): TokenSource {
  switch (auth.kind) {
    case 'none':
      return { getToken: refuseToken, invalidate: () => {} };
    case 'static':
      return { getToken: async () => auth.token, invalidate: () => {} };
    case 'key-vault':
      return createVaultTokens(() => readVaultSecret(auth), clock);
    case 'oauth-m2m':
      return createOAuthTokens({ ...auth, readSecret: () => readSecret(auth.secret), clock });
    case 'azure-msi':
      return createIdentityTokens(auth.clientId, clock);
  }
}

async function refuseToken(): Promise<never> {
  throw new AppError('secret-unavailable', 'The bot has no credentials of its own');
}

async function readSecret(secret: OAuthClient['secret']): Promise<string> {
  return secret.kind === 'value' ? secret.value : readVaultSecret(secret);
}
