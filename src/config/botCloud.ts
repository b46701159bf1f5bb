import type { Settings } from './settings.ts';

/** Where the Bot Framework of one cloud is, and who speaks for it. */
export interface BotCloud {
  /** Who signs the tokens of requests to the bot. */
  issuer: string;
  /** The OpenID document that names the keys they are signed with. */
  openIdMetadataUrl: string;
  /** Where the bot gets its own tokens; a tenant follows. */
  loginUrl: string;
  /** The tenant that a bot without one of its own gets them from. */
  sharedTenant: string;
  /** What its own tokens are for. */
  scope: string;
  /** Where people's tokens are kept. */
  tokenServiceUrl: string;
  /** Hosts of the Bot Connector. A dot at the start stands for every host under it. */
  connectorHosts: readonly string[];
}

/**
 * By the SDK's setting `ChannelService`. Sources: the SDK's constants (`AuthenticationConstants`,
 * `GovernmentConstants`), https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high,
 * https://learn.microsoft.com/azure/bot-service/how-to-deploy-china-cloud, and the successor SDK's
 * `TeamsServiceEndpoints` (microsoft/Agents-for-js) for the hosts of Teams
 */
const clouds = {
  'https://botframework.com': {
    issuer: 'https://api.botframework.com',
    openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    loginUrl: 'https://login.microsoftonline.com/',
    sharedTenant: 'botframework.com',
    scope: 'https://api.botframework.com',
    tokenServiceUrl: 'https://api.botframework.com',
    connectorHosts: [
      '.botframework.com',
      'smba.trafficmanager.net',
      // Teams in the US government's GCC, which uses the public cloud for everything else.
      'smba.infra.gcc.teams.microsoft.com',
    ],
  },
  'https://botframework.azure.us': {
    issuer: 'https://api.botframework.us',
    openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    loginUrl: 'https://login.microsoftonline.us/',
    sharedTenant: 'MicrosoftServices.onmicrosoft.us',
    scope: 'https://api.botframework.us',
    tokenServiceUrl: 'https://api.botframework.azure.us',
    connectorHosts: ['.botframework.azure.us', '.teams.microsoft.us'],
  },
  'https://botframework.azure.cn': {
    issuer: 'https://api.botframework.azure.cn',
    openIdMetadataUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    loginUrl: 'https://login.partner.microsoftonline.cn/',
    sharedTenant: 'microsoftservices.partner.onmschina.cn',
    scope: 'https://api.botframework.azure.cn',
    tokenServiceUrl: 'https://token.botframework.azure.cn',
    connectorHosts: ['.botframework.azure.cn', '.infra.teams.microsoftonline.cn'],
  },
} as const satisfies Record<string, BotCloud>;

const publicCloud = 'https://botframework.com';

/** A host's name of at least two labels, with or without a dot at the start. */
const hostPattern = /^\.?[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/;

/**
 * Reads `ChannelService`, and `BOT_SERVICE_HOSTS`: further hosts of the connector, separated by commas, should
 * Microsoft move it.
 */
export function readBotCloud(settings: Settings): BotCloud {
  const names = Object.keys(clouds) as (keyof typeof clouds)[];
  const cloud = clouds[settings.choice('ChannelService', names, publicCloud)];
  const added = settings.list('BOT_SERVICE_HOSTS').map((host) => host.toLowerCase());
  if (!added.every((host) => hostPattern.test(host))) {
    settings.problem('BOT_SERVICE_HOSTS must be names of hosts, separated by commas');
  }
  return { ...cloud, connectorHosts: [...cloud.connectorHosts, ...added] };
}
