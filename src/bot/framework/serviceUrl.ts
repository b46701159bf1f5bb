import { isLoopback } from '../../common/loopback.ts';
import type { BotCloud } from '../../config/botCloud.ts';
import type { BotIdentity } from '../../config/botIdentity.ts';

/** Says whether an address is the Bot Connector's. */
export type IsConnector = (serviceUrl: string) => boolean;

/**
 * Where the bot is allowed to send its messages and its token: the hosts of its cloud's connector, over HTTPS. Without
 * an identity, it sends no token and only talks to this machine. Plain HTTP never leaves the machine.
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

/** `.example.com` matches every host under `example.com`; without the dot, only that host. */
function matches(hostname: string, host: string): boolean {
  return host.startsWith('.') ? hostname.endsWith(host) : hostname === host;
}
