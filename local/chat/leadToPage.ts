import type { IncomingMessage, ServerResponse } from 'node:http';

/** Leads from the address without a path to the page; `false` for any other, which it leaves alone. */
export function leadToPage(request: IncomingMessage, response: ServerResponse): boolean {
  const url = URL.parse(`http://${request.headers.host}${request.url}`);
  if (url?.pathname !== '/') return false;
  response.writeHead(302, { location: `/api/chat${url.search}` }).end();
  return true;
}
