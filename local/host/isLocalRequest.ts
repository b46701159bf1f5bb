import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../../src/common/loopback.ts';

/**
 * Whether a request is meant for this computer. Every page in the person's browser can reach the port. So the request
 * must be addressed to a loopback name (a foreign name that was rebound to 127.0.0.1 isn't one), and a page that makes
 * it must come from one.
 *
 * @param publicUrl the host's other address, such as that of a tunnel, if it has one
 */
export function isLocalRequest(
  { host, origin }: IncomingHttpHeaders,
  publicUrl?: string | undefined,
): boolean {
  const publicName = nameIn(publicUrl);
  const isOurs = (address: string | undefined) => {
    const name = nameIn(address);
    return name !== undefined && (isLoopback(name) || name === publicName);
  };
  return isOurs(`http://${host}`) && (origin === undefined || isOurs(origin));
}

const nameIn = (address = '') => URL.parse(address)?.hostname;
