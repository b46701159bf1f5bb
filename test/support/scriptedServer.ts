import type { IncomingMessage, ServerResponse } from 'node:http';
import { openServer } from './openServer.ts';

interface RecordedRequest {
  method: string;
  /** With the query, as it was on the wire. */
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** One answer: a status with headers and a body (anything but a string is sent as JSON), or something odder. */
export type ScriptedResponse =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | 'reset'
  | 'hang'
  | ((request: RecordedRequest, response: ServerResponse) => void);

export interface ScriptedServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Everything that was received, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Answers the next requests with these, in order. */
  next(...responses: ScriptedResponse[]): void;
  /** Answers every request for which nothing else is scripted. */
  otherwise(response: ScriptedResponse): void;
  close(): Promise<void>;
}

/**
 * A server on loopback that answers by script. A request that no answer was scripted for gets a 500 that says so, and
 * the test that forgot it fails on that.
 */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const requests: RecordedRequest[] = [];
  const script: ScriptedResponse[] = [];
  let fallback: ScriptedResponse = { status: 500, body: 'nothing is scripted for this request' };

  const { url, close } = await openServer(async (incoming, response) => {
    const chunks: Buffer[] = await incoming.toArray();
    const request = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString(),
    };
    requests.push(request);
    respond(script.shift() ?? fallback, request, response);
  });
  return {
    url,
    requests,
    next: (...responses) => script.push(...responses),
    otherwise: (response) => {
      fallback = response;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function respond(scripted: ScriptedResponse, request: RecordedRequest, response: ServerResponse) {
  if (typeof scripted === 'function') return scripted(request, response);
  if (scripted === 'hang') return;
  if (scripted === 'reset') return response.socket?.resetAndDestroy();
  const { status = 200, headers = {}, body } = scripted;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}
