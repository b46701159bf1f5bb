import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultSource } from '../faults.ts';
import { EventStream } from './eventStream.ts';
import type { RecordedRequest } from './requestLog.ts';

/** A response before it is sent. A body of text or bytes goes out as it is, a stream bit by bit, anything else as JSON. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A request with its body read. */
export interface IncomingCall {
  method: string;
  url: URL;
  authorization: string | undefined;
  /** The parsed JSON, or the text if it isn't JSON; `undefined` without a body. */
  body: unknown;
}

interface HandlerOptions {
  faults: FaultSource;
  now(): number;
  record(request: RecordedRequest): void;
  answer(call: IncomingCall): Reply;
}

/** Reads a request, records it, applies a fault if there is one, and sends what `answer` returns. */
export function createHandler(options: HandlerOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/' } = request;
    const body = parseBody(await text(request));
    const { authorization } = request.headers;
    options.record({ method, path, at: options.now(), body, authorization });
    const fault = options.faults.take(method, path);
    if (fault === 'drop') {
      request.socket.destroy();
      return;
    }
    if (typeof fault === 'object' && 'delay' in fault) await wait(fault.delay);
    const call = {
      method,
      url: new URL(path, 'http://localhost'),
      authorization: request.headers.authorization,
      body,
    };
    const reply = typeof fault === 'object' && 'status' in fault ? fault : options.answer(call);
    if (fault === 'drop-after') request.socket.destroy();
    else if (reply.body instanceof EventStream) {
      await stream(response, reply.body, options.faults.cutAfterEvents);
    } else await send(response, reply);
  };
}

/** JSON, or the text if it isn't JSON; `undefined` for an empty body. */
export function parseBody(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** @param cutAfter the connection breaks after so many events */
async function stream(
  response: ServerResponse,
  body: EventStream,
  cutAfter = Number.POSITIVE_INFINITY,
): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  let count = 0;
  for await (const chunk of body.chunks()) {
    if (count >= cutAfter || response.destroyed) {
      response.destroy();
      return;
    }
    response.write(chunk);
    count += 1;
  }
  response.end();
}

/** Whether a body is sent while it's made. */
export function isStream(body: unknown): body is AsyncIterable<string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

async function send(
  response: ServerResponse,
  { status, headers, body = '' }: Reply,
): Promise<void> {
  if (isStream(body)) {
    response.writeHead(status, headers);
    for await (const chunk of body) {
      if (response.destroyed) return;
      response.write(chunk);
    }
    response.end();
    return;
  }
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, {
    ...(body !== '' && { 'Content-Type': isText ? 'text/plain' : 'application/json' }),
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body));
}
