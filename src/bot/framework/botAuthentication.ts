import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';
import type { BotCredentials } from './botCredentials.ts';

/**
 * The sending half of the SDK's authentication; `checkCaller.ts` checks what the bot receives. Every setting that the
 * SDK knows is named, so that the environment can't add to them, and because it takes the rest as meant to be empty
 * once it is given one.
 */
export function createBotAuthentication(
  identity: BotIdentity,
  { loginUrl, sharedTenant, scope, issuer, openIdMetadataUrl, tokenServiceUrl }: BotCloud,
  credentials: BotCredentials,
): ConfigurationBotFrameworkAuthentication {
  const tenant =
    identity.kind === 'none' || identity.kind === 'MultiTenant' ? sharedTenant : identity.tenantId;
  return new ConfigurationBotFrameworkAuthentication(
    {
      CallerId: '',
      OAuthUrl: tokenServiceUrl,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
      ToChannelFromBotLoginUrl: loginUrl + tenant,
      ToChannelFromBotOAuthScope: scope,
      ValidateAuthority: true,
    },
    credentials,
  );
}

/** Who the bot is when it calls a service on its own. */
export function createBotClaims(appId: string | undefined): ClaimsIdentity {
  if (appId === undefined) return new ClaimsIdentity([], true);
  const { AudienceClaim, AppIdClaim } = AuthenticationConstants;
  const claims = [AudienceClaim, AppIdClaim].map((type) => ({ type, value: appId }));
  return new ClaimsIdentity(claims, true);
}
