import { isLoopback } from '../common/loopback.ts';
import type { BotCloud } from './botCloud.ts';
import { type BotIdentity, isHosted } from './botIdentity.ts';
import type { Settings } from './settings.ts';

/** How people sign in, so that Genie is asked with their own rights. */
export interface SignInSettings {
  /** Of the Azure Bot's OAuth connection. */
  connectionName: string;
  /** The Bot Framework's token service: an address without a path. */
  tokenServiceUrl: string;
  /** Whether a person's token from Entra ID is exchanged for one of Databricks' own (RFC 8693). */
  federation: boolean;
}

/** Reads as whom Genie is asked; `undefined`: as the bot, for everyone. */
export function readSignInSettings(
  settings: Settings,
  identity: BotIdentity,
  cloud: BotCloud,
): SignInSettings | undefined {
  const isPerson = settings.choice('GENIE_IDENTITY', ['bot', 'person'], 'bot') === 'person';
  const exchange = settings.choice('DATABRICKS_TOKEN_EXCHANGE', ['none', 'federation'], 'none');
  const connectionName = settings.text('OAUTH_CONNECTION_NAME') ?? 'databricks';
  if (!/^[\w. -]{1,100}$/.test(connectionName)) {
    settings.problem('OAUTH_CONNECTION_NAME must be the name of an OAuth connection of the bot');
  }
  const localUrl = readLocalUrl(settings);
  if (!isPerson) return undefined;
  if (identity.kind === 'none' && localUrl === undefined) {
    settings.problem(
      'BOT_TOKEN_SERVICE_URL is missing: without MicrosoftAppId, people can’t sign in at the Bot Framework',
    );
  }
  return {
    connectionName,
    tokenServiceUrl: localUrl ?? cloud.tokenServiceUrl,
    federation: exchange === 'federation',
  };
}

/** What stands in for the Bot Framework's token service on a laptop: it's handed people's tokens. */
function readLocalUrl(settings: Settings): string | undefined {
  const text = settings.text('BOT_TOKEN_SERVICE_URL');
  if (text === undefined) return undefined;
  if (isHosted(settings)) {
    settings.problem('BOT_TOKEN_SERVICE_URL must not be set in Azure: it is for a laptop only');
    return undefined;
  }
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url === null || !isWeb || url.username || url.password || !isLoopback(url.hostname)) {
    settings.problem('BOT_TOKEN_SERVICE_URL must be an address of this machine (127.0.0.1)');
    return undefined;
  }
  return url.origin;
}
