import { HttpRequest } from '@azure/functions';

/** A request to `/api/messages` as the Functions library hands it over; what is no text is sent as JSON. */
export function aPost(body: unknown, headers: Record<string, string> = {}): HttpRequest {
  return new HttpRequest({
    method: 'POST',
    url: 'http://127.0.0.1:3978/api/messages',
    headers: { 'content-type': 'application/json', ...headers },
    body: { string: typeof body === 'string' ? body : JSON.stringify(body) },
  });
}
