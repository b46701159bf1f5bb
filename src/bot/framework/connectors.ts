import type { ConnectorFactory } from 'botframework-connector';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';
import { createBotAuthentication, createBotClaims } from './botAuthentication.ts';
import type { BotCredentials } from './botCredentials.ts';

/** Creates the SDK's clients of the Bot Connector, which speak as the bot. */
export function createConnectors(
  identity: BotIdentity,
  cloud: BotCloud,
  credentials: BotCredentials,
): ConnectorFactory {
  const appId = identity.kind === 'none' ? undefined : identity.appId;
  return createBotAuthentication(identity, cloud, credentials).createConnectorFactory(
    createBotClaims(appId),
  );
}
