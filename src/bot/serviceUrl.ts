import type { BotCloud } from '../botCloud.ts';
import type { BotIdentity } from '../botIdentity.ts';

/** Says whether an address is the Bot Connector's. */
export type IsConnector = (serviceUrl: string) => boolean;

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host's name stands for this machine. */
export function isLoopback(hostname: string): boolean {
  return loopbackHosts.includes(hostname);
}

/**
 * Where the bot may send what it says, and its token: the hosts of its cloud's connector, by https. Without an identity
 * it sends no token, and speaks to this machine alone. Plain http never leaves the machine.
 */
export function createServiceUrlCheck(
  identity: BotIdentity,
  { connectorHosts }: BotCloud,
): IsConnector {
  const hosts = identity.kind === 'none' ? loopbackHosts : connectorHosts;
  return (serviceUrl) => {
    const url = URL.parse(serviceUrl);
    if (url === null || url.username || url.password) return false;
    const { protocol, hostname } = url;
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
    return isSafe && hosts.some((host) => matches(hostname, host));
  };
}

/** `.example.com` is every host under `example.com`; without the dot it is that host alone. */
function matches(hostname: string, host: string): boolean {
  return host.startsWith('.') ? hostname.endsWith(host) : hostname === host;
}
