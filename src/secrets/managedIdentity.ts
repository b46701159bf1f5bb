import type { TokenCredential } from '@azure/identity';

/**
 * The app's managed identity in Azure. `clientId` names a user-assigned one. The identity library is loaded with the
 * first token, not with the app.
 */
export function createManagedIdentity(clientId?: string): TokenCredential {
  let loaded: Promise<TokenCredential> | undefined;

  async function load(): Promise<TokenCredential> {
    const { ManagedIdentityCredential } = await import('@azure/identity');
    return clientId ? new ManagedIdentityCredential({ clientId }) : new ManagedIdentityCredential();
  }

  return {
    async getToken(scopes, options) {
      loaded ??= load();
      return (await loaded).getToken(scopes, options);
    },
  };
}
