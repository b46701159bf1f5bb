import type { IncomingMessage } from 'node:http';

/** What the real host's web server, Kestrel, takes by default. Sizes are bytes. */
const requestLineBytes = 8 * 1024;
const headerBytes = 32 * 1024;
const headerCount = 100;

/** Node's own limit on both together. Above it Node answers 431 by itself, whichever is too long. */
export const maxHeaderSize = 256 * 1024;

/** The status of a request whose line or headers are too long, else `undefined`. */
export function exceededLimit(request: IncomingMessage): 414 | 431 | undefined {
  const { method, url, httpVersion, rawHeaders } = request;
  if (`${method} ${url} HTTP/${httpVersion}\r\n`.length > requestLineBytes) return 414;
  // Each header has a colon, a space and a line end.
  const bytes = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
  return bytes > headerBytes || rawHeaders.length / 2 > headerCount ? 431 : undefined;
}
