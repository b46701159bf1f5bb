import type { HttpRequest } from '@azure/functions';
import { isLoopback } from '../../common/loopback.ts';

/**
 * Whether a request comes from our own page, as far as a browser says; what isn't a browser says nothing, and has no
 * visitor's cookies either. Where a request came to is its own address: `X-Forwarded-Host` is the caller's to choose.
 */
export function isOwnRequest({ url, headers }: Pick<HttpRequest, 'url' | 'headers'>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  return origin === null || isSame(origin, new URL(url));
}

/** Azure ends TLS before the app: beyond this machine a page of ours is always at https, whatever the request says. */
function isSame(origin: string, { protocol, host, hostname }: URL): boolean {
  const own = isLoopback(hostname)
    ? `${protocol}//${host}`
    : `https://${host.replace(/:443$/, '')}`;
  // As browsers write it: anything else, `null` among it, isn't a page of ours.
  return origin === own;
}
