import { HttpRequest } from '@azure/functions';
import type { App } from '../../../src/app.ts';

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  /** As it leaves. */
  body: string;
  /** Of a body that is JSON. */
  json: Record<string, unknown> & { error?: { code: string; message: string; errorId?: string } };
}

export interface PageCall {
  method?: string;
  headers?: Record<string, string>;
  /** Anything but a text is sent as JSON. */
  body?: unknown;
  /** Where the app is. */
  origin?: string;
}

/** Sends a request to the app's page as the Functions library hands it over. */
export async function requestPage(
  app: Pick<App, 'receivePage'>,
  path: string,
  { method = 'GET', headers = {}, body, origin = 'https://genie.example' }: PageCall = {},
): Promise<PageAnswer> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const request = new HttpRequest({
    method,
    url: `${origin}${path}`,
    headers: { 'content-type': 'application/json', ...headers },
    query: Object.fromEntries(new URL(path, origin).searchParams),
    ...(text !== undefined && { body: { string: text } }),
  });
  const answer = await app.receivePage(request);
  const isJson = answer.jsonBody !== undefined;
  const sent = isJson ? JSON.stringify(answer.jsonBody) : await readText(answer.body);
  return {
    status: answer.status ?? 200,
    headers: Object.fromEntries(new Headers(answer.headers)),
    body: sent,
    json: isJson ? JSON.parse(sent) : {},
  };
}

async function readText(body: unknown): Promise<string> {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString();
  if (body === undefined || body === null) return '';
  const pieces: string[] = [];
  for await (const piece of body as AsyncIterable<string | Uint8Array>) {
    pieces.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString());
  }
  return pieces.join('');
}
