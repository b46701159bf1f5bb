import type { Activity } from 'botbuilder';
import type { BotIdentity } from '../config.ts';

const issuer = 'https://api.botframework.com';
const channels = new Set(['msteams', 'webchat', 'directline']);
const connectorHosts = ['botframework.com', 'smba.trafficmanager.net'];
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What the SDK does not check, looked at before the SDK sees the request: its emulator path takes tokens of any
 * tenant and then sends the bot's own token wherever the caller says. Signature and lifetime are the SDK's part.
 *
 * @returns why the caller is refused, for the log
 */
export function checkCaller(
  authorization: string | undefined,
  activity: Partial<Activity>,
  identity: BotIdentity,
): string | undefined {
  const serviceUrl = URL.parse(String(activity.serviceUrl ?? ''));
  if (serviceUrl === null) return 'serviceUrl';
  if (identity.kind === 'none') {
    return loopbackHosts.has(serviceUrl.hostname) ? undefined : 'serviceUrl';
  }
  const claims = decodeClaims(authorization);
  if (claims === undefined) return 'token';
  if (claims['iss'] !== issuer) return 'issuer';
  if (claims['aud'] !== identity.appId) return 'audience';
  if (!channels.has(String(activity.channelId))) return 'channel';
  return isConnector(serviceUrl) ? undefined : 'serviceUrl';
}

function isConnector({ protocol, hostname }: URL): boolean {
  const known = connectorHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === 'https:' && known;
}

/** The claims of a bearer token, not verified. */
function decodeClaims(authorization: string | undefined): Record<string, unknown> | undefined {
  const payload = /^Bearer [^.]+\.([^.]+)\.[^.]*$/.exec(authorization ?? '')?.[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null
      ? (claims as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
