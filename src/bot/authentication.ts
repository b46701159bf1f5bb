import { ManagedIdentityCredential } from '@azure/identity';
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  ManagedIdentityServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { BotIdentity } from '../config.ts';

type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;
type TokenProvider = ReturnType<
  ConstructorParameters<
    typeof ManagedIdentityServiceClientCredentialsFactory
  >[1]['createAzureServiceTokenProvider']
>;

/** The SDK's authentication for one identity, which is pinned: no environment variable can swap it. */
export function createAuthentication(identity: BotIdentity): BotFrameworkAuthentication {
  // The SDK is handed nothing but credentials: an option more would switch it to "all values intentional".
  return new ConfigurationBotFrameworkAuthentication({}, createCredentials(identity));
}

/** Who the bot is when it speaks without having been spoken to. */
export function createBotClaims(identity: BotIdentity): ClaimsIdentity {
  if (identity.kind === 'none') return new ClaimsIdentity([], true);
  const { AudienceClaim, AppIdClaim } = AuthenticationConstants;
  const claims = [AudienceClaim, AppIdClaim].map((type) => ({ type, value: identity.appId }));
  return new ClaimsIdentity(claims, true);
}

function createCredentials(identity: BotIdentity): CredentialsFactory {
  switch (identity.kind) {
    case 'none':
      return new ConfigurationServiceClientCredentialFactory({});
    case 'UserAssignedMSI':
      return new ManagedIdentityServiceClientCredentialsFactory(identity.appId, {
        // The SDK's own default tries the environment's credentials first. It asks for the wider type by name, but
        // only ever calls `getToken`.
        createAzureServiceTokenProvider: (clientId) =>
          new ManagedIdentityCredential({ clientId }) as unknown as TokenProvider,
      });
    case 'SingleTenant':
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: identity.appId,
        MicrosoftAppTenantId: identity.tenantId,
        MicrosoftAppPassword: identity.password,
      });
    case 'MultiTenant':
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'MultiTenant',
        MicrosoftAppId: identity.appId,
        MicrosoftAppPassword: identity.password,
      });
  }
}
