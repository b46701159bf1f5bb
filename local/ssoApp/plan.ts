import { encodeGuid } from './encodeGuid.ts';
import { sharedApp } from './sharedApp.ts';
import type { SsoAppArguments } from './ssoAppArguments.ts';

/** What is the same for one bot in one tenant, however often the app is set up. */
export interface Plan {
  tenantId: string;
  botAppId: string;
  /** What a new app is found by the next time: the name in infra/sso-app/main.bicep. */
  uniqueName: string;
  displayName: string;
  identifierUri: string;
  uniqueIdentifier: string;
  federation: boolean;
  /** Hosts of the chat page, if the app is set up for that. */
  pageHosts: string[];
  credential: {
    name: string;
    description: string;
    issuer: string;
    audiences: string[];
    subject: string;
  };
}

/** A bot, as Entra ID knows it. */
export interface Bot {
  tenantId: string;
  appId: string;
  /** Object ID of its identity. */
  principalId: string;
}

/** Works out the app for a bot. */
export function planApp(args: SsoAppArguments, bot: Bot): Plan {
  const { tenantId, appId: botAppId } = bot;
  const isForPage = args.pageHosts.length > 0;
  const { name, description, audience } = (isForPage ? sharedApp.page : sharedApp).credential;
  const uniqueIdentifier = args.uniqueIdentifier ?? botAppId;
  return {
    tenantId,
    botAppId,
    uniqueName: `genie-sign-in-${botAppId}`,
    displayName: args.name,
    identifierUri: args.identifierUri ?? `api://botid-${botAppId}`,
    uniqueIdentifier,
    federation: args.federation,
    pageHosts: args.pageHosts,
    credential: {
      name,
      description,
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      audiences: [audience],
      subject: isForPage ? bot.principalId : tokenServiceSubject(tenantId, uniqueIdentifier),
    },
  };
}

function tokenServiceSubject(tenantId: string, uniqueIdentifier: string): string {
  const tokenService = encodeGuid(sharedApp.credential.tokenServiceAppId);
  return `/eid1/c/pub/t/${encodeGuid(tenantId)}/a/${tokenService}/${uniqueIdentifier}`;
}
