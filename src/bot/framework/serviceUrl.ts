import { isLoopback } from '../../common/loopback.ts';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';

/** Says whether an address is the Bot Connector's. */
export type IsConnector = (serviceUrl: string) => boolean;

/**
 * Where the bot may send what it says, and its token: the hosts of its cloud's connector, by https. Without an identity
 * it sends no token, and speaks to this machine alone. Plain http never leaves the machine.
 */
export function createServiceUrlCheck(
  identity: BotIdentity,
  { connectorHosts }: BotCloud,
): IsConnector {
  const isKnown = (hostname: string) =>
    identity.kind === 'none'
      ? isLoopback(hostname)
      : connectorHosts.some((host) => matches(hostname, host));
  return (serviceUrl) => {
    const url = URL.parse(serviceUrl);
    if (url === null || url.username || url.password) return false;
    const { protocol, hostname } = url;
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
    return isSafe && isKnown(hostname);
  };
}

/** `.example.com` is every host under `example.com`; without the dot it is that host alone. */
function matches(hostname: string, host: string): boolean {
  return host.startsWith('.') ? hostname.endsWith(host) : hostname === host;
}
