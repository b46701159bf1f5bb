import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorFactory,
} from 'botframework-connector';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';
import type { BotCredentials } from './botCredentials.ts';

/** Creates the SDK's clients of the Bot Connector, which speak as the bot. */
export function createConnectors(
  identity: BotIdentity,
  { loginUrl, sharedTenant, scope }: BotCloud,
  credentials: BotCredentials,
): ConnectorFactory {
  const tenant =
    identity.kind === 'none' || identity.kind === 'MultiTenant' ? sharedTenant : identity.tenantId;
  // Named one by one, so that the environment can't add to them. This is only the sending half of the SDK's
  // authentication; `checkCaller.ts` checks what the bot receives.
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: loginUrl + tenant,
      ToChannelFromBotOAuthScope: scope,
      ValidateAuthority: true,
    },
    credentials,
  );
  return authentication.createConnectorFactory(createBotClaims(identity));
}

/** Who the bot is when it sends a message on its own. */
function createBotClaims(identity: BotIdentity): ClaimsIdentity {
  if (identity.kind === 'none') return new ClaimsIdentity([], true);
  const { AudienceClaim, AppIdClaim } = AuthenticationConstants;
  const claims = [AudienceClaim, AppIdClaim].map((type) => ({ type, value: identity.appId }));
  return new ClaimsIdentity(claims, true);
}
