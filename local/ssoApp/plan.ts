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
  credential: {
    name: string;
    description: string;
    issuer: string;
    audiences: string[];
    subject: string;
  };
}

/** Works out the app for a bot. */
export function planApp(args: SsoAppArguments, tenantId: string, botAppId: string): Plan {
  const { name, description, audience, tokenServiceAppId } = sharedApp.credential;
  const uniqueIdentifier = args.uniqueIdentifier ?? botAppId;
  const [tenant, tokenService] = [encodeGuid(tenantId), encodeGuid(tokenServiceAppId)];
  return {
    tenantId,
    botAppId,
    uniqueName: `genie-sign-in-${botAppId}`,
    displayName: args.name,
    identifierUri: args.identifierUri ?? `api://botid-${botAppId}`,
    uniqueIdentifier,
    federation: args.federation,
    credential: {
      name,
      description,
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      audiences: [audience],
      subject: `/eid1/c/pub/t/${tenant}/a/${tokenService}/${uniqueIdentifier}`,
    },
  };
}
