import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends a request with headers that `fetch` sets itself, such as the `Host` of a name that leads to this computer. */
export function requestAs(
  url: string,
  headers: Record<string, string>,
  { method = 'GET', body = '' } = {},
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  request(url, { method, headers }, (response) => {
    text(response).then(
      (read) => resolve({ status: response.statusCode, headers: response.headers, body: read }),
      reject,
    );
  })
    .on('error', reject)
    .end(body);
  return promise;
}
