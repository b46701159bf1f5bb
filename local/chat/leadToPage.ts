import type { IncomingMessage, ServerResponse } from 'node:http';

/** Has a browser that was given the address alone go to the page; false for every other path. */
export function leadToPage(request: IncomingMessage, response: ServerResponse): boolean {
  const [path, search] = (request.url ?? '').split('?', 2);
  if (path !== '/' || !['GET', 'HEAD'].includes(request.method ?? '')) return false;
  response.writeHead(302, { location: search ? `/api/chat?${search}` : '/api/chat' }).end();
  return true;
}
