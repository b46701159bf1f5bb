import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../../src/common/loopback.ts';

/**
 * Whether a request may drive the chat. The port is open to every page in the person's browser, so a request must be
 * addressed to a name of this computer (a foreign name that was rebound to it is refused) and, where a page made it,
 * come from our own page.
 */
export function isOwnRequest({ host, origin }: IncomingHttpHeaders): boolean {
  const url = URL.parse(`http://${host}`);
  if (!url || !isLoopback(url.hostname)) return false;
  return origin === undefined || origin === url.origin;
}
