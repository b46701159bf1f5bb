import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../../src/common/loopback.ts';

/**
 * Whether a request may drive the chat. Every page in the person's browser can reach the port, so a request must be
 * addressed to a name of this computer (a foreign name rebound to it is refused) and, if a page made it, come from our
 * own page.
 */
export function isOwnRequest({ host, origin }: IncomingHttpHeaders): boolean {
  const url = URL.parse(`http://${host}`);
  if (!url || !isLoopback(url.hostname)) return false;
  return origin === undefined || origin === url.origin;
}
