import type { HttpRequest } from '@azure/functions';

const longest = 64;

/**
 * The network address that a request came from, for limits alone. Azure's front end adds the address that called it at
 * the end of `X-Forwarded-For`, with the port; whatever stands before is the caller's to choose. Without a front end, on
 * a laptop, everyone is the same.
 */
export function addressOf({ headers }: Pick<HttpRequest, 'headers'>): string {
  const hops = headers.get('x-forwarded-for') ?? '';
  const hop = hops.slice(hops.lastIndexOf(',') + 1).trim();
  return withoutPort(hop).slice(0, longest).toLowerCase();
}

/** `203.0.113.7:4711`, `[2001:db8::1]:4711`; an IPv6 address alone has colons of its own. */
function withoutPort(hop: string): string {
  if (hop.startsWith('[')) return hop.slice(1, hop.indexOf(']'));
  const [host = '', , ...more] = hop.split(':');
  return more.length === 0 ? host : hop;
}
