import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { HttpRequest, HttpResponse } from '@azure/functions';
import type { Page } from '../../src/page/createPage.ts';
import { isOwnRequest } from './originGuard.ts';

/**
 * Answers a request for the page as the function app would; `false` for any other, which it leaves alone. The address
 * without a path leads to the page.
 */
export function servePage(page: Page, request: IncomingMessage, response: ServerResponse): boolean {
  const url = URL.parse(`http://${request.headers.host}${request.url}`);
  if (url?.pathname === '/') {
    response.writeHead(302, { location: `/api/chat${url.search}` }).end();
    return true;
  }
  if (!url || !/^\/api\/chat(?:\/|$)/.test(url.pathname)) return false;
  if (!isOwnRequest(request.headers)) {
    response.writeHead(403).end();
    return true;
  }
  answer(page, url, request, response).catch((error: Error) => response.destroy(error));
  return true;
}

async function answer(page: Page, url: URL, request: IncomingMessage, response: ServerResponse) {
  const { method = 'GET', headers } = request;
  const body = await buffer(request);
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  const {
    status,
    headers: answered,
    body: content,
  } = new HttpResponse(
    await page(
      new HttpRequest({
        method,
        url: url.href,
        headers: Object.fromEntries(entries),
        ...(body.length > 0 && { body: { bytes: body } }),
      }),
    ),
  );
  response.writeHead(status, Object.fromEntries(answered));
  response.end(content && (await buffer(content)));
}
