import {
  type ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  ManagedIdentityServiceClientCredentialsFactory,
  MsalAppCredentials,
} from 'botframework-connector';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';

/** The SDK's way to ask for the bot's own tokens. */
export type BotCredentials = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;
type TokenProvider = ReturnType<
  ConstructorParameters<
    typeof ManagedIdentityServiceClientCredentialsFactory
  >[1]['createAzureServiceTokenProvider']
>;

/** Opens the managed identity with this client ID; returns Azure's `TokenCredential`. */
type OpenManagedIdentity = (clientId: string) => { getToken(scope: string): Promise<unknown> };

/** How the bot proves who it is. Pinned to the identity: no environment variable can swap it. */
export function createBotCredentials(
  identity: BotIdentity,
  cloud: BotCloud,
  openManagedIdentity: OpenManagedIdentity,
): BotCredentials {
  switch (identity.kind) {
    case 'none':
      return new ConfigurationServiceClientCredentialFactory({});
    case 'UserAssignedMSI':
      return new ManagedIdentityServiceClientCredentialsFactory(identity.appId, {
        // The SDK's own provider tries the environment's credentials first. Its type asks for more, but it only ever
        // calls `getToken`.
        createAzureServiceTokenProvider: (clientId) =>
          openManagedIdentity(clientId) as unknown as TokenProvider,
      });
    case 'SingleTenant':
      if ('certificate' in identity) return withCertificate(identity, cloud);
      return withPassword(identity);
    case 'MultiTenant':
      return withPassword(identity);
  }
}

type WithCertificate = Extract<BotIdentity, { certificate: unknown }>;

/** The SDK's own factory for certificates only knows the public cloud's login. */
function withCertificate(
  { appId, tenantId, certificate }: WithCertificate,
  { loginUrl, scope }: BotCloud,
): BotCredentials {
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () =>
      new MsalAppCredentials(appId, certificate, loginUrl + tenantId, scope),
  };
}

type WithPassword = Extract<BotIdentity, { password: string }>;

function withPassword(identity: WithPassword): BotCredentials {
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: identity.kind,
    MicrosoftAppId: identity.appId,
    MicrosoftAppPassword: identity.password,
    ...(identity.kind === 'SingleTenant' && { MicrosoftAppTenantId: identity.tenantId }),
  });
}
