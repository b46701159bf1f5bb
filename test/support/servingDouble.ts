import type { IncomingMessage, ServerResponse } from 'node:http';
import { openServer } from './openServer.ts';
import { chatStream, responsesStream } from './servingWire.ts';

/** A point in a stream that isn't passed before the test says so. */
export interface Gate {
  /** Resolves when a stream stands before it. */
  readonly reached: Promise<void>;
  open(): void;
  /** What the double waits for. */
  pass(): Promise<void>;
}

export function createGate(): Gate {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    reached: reached.promise,
    open: opened.resolve,
    pass: () => {
      reached.resolve();
      return opened.promise;
    },
  };
}

/** What is sent of a stream: a chunk, a gate, or the end of the connection in the midst of it. */
export type StreamStep = string | Uint8Array | Gate | { cut: true };

export type ServingAnswer =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | { stream: readonly StreamStep[]; headers?: Record<string, string> }
  | 'reset'
  | 'hang';

export interface ServingCall {
  method: string;
  /** As it was on the wire. */
  path: string;
  /** Without the token. */
  headers: IncomingMessage['headers'];
  /** Which of the known tokens it came with. */
  token: string;
  /** The parsed JSON. */
  body: Record<string, unknown>;
  /** Resolves when the caller has closed the connection. */
  closed: Promise<void>;
}

export interface EndpointOptions {
  task?: string | undefined;
  isReady?: boolean;
  /** Answers where no other answer is scripted; repeats the question unless told. */
  answer?(call: ServingCall): ServingAnswer;
}

export interface ServingDouble extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What endpoints were asked, in order. */
  readonly invocations: readonly ServingCall[];
  /** All that came in. */
  readonly calls: readonly ServingCall[];
  /** Adds an endpoint, or replaces it. Names of apps are `apps/<name>`. */
  endpoint(name: string, options?: EndpointOptions): void;
  /** Answers the next invocations, whatever endpoint they are for. */
  next(...answers: ServingAnswer[]): void;
  /** From now on only these tokens are accepted. */
  accept(...tokens: string[]): void;
  /** What people thought of traces, by their IDs. */
  readonly assessments: ReadonlyMap<string, Assessment[]>;
  /** Has a trace, without assessments. */
  trace(id: string): void;
  close(): Promise<void>;
}

export type Assessment = Record<string, unknown> & { assessment_id: string };

/** As Databricks refuses. */
export const refuse = (
  status: number,
  errorCode: string | number,
  message: string,
  headers: Record<string, string> = {},
): ServingAnswer => ({ status, headers, body: { error_code: errorCode, message } });

const payloadBytes = 4 * 1024 * 1024;

/** A workspace on loopback that has serving endpoints, and MLflow's traces. */
export async function startServingDouble(): Promise<ServingDouble> {
  const calls: ServingCall[] = [];
  const invocations: ServingCall[] = [];
  const script: ServingAnswer[] = [];
  const endpoints = new Map<string, EndpointOptions>();
  const assessments = new Map<string, Assessment[]>();
  let tokens: readonly string[] | undefined;

  const answer = (call: ServingCall, bytes: number): ServingAnswer => {
    if (tokens && !tokens.includes(call.token)) {
      return refuse(403, 403, 'Invalid access token.');
    }
    const { pathname } = new URL(call.path, 'http://localhost');
    if (pathname.startsWith('/api/3.0/mlflow/traces/')) return rate(call, pathname, assessments);
    const described = /^\/api\/2\.0\/serving-endpoints\/([^/]+)$/.exec(pathname)?.[1];
    if (call.method === 'GET' && described) return describe(decodeURIComponent(described));
    const name = invokedBy(call, pathname);
    if (name === undefined) return refuse(404, 'ENDPOINT_NOT_FOUND', 'No API found');
    invocations.push(call);
    return script.shift() ?? invoke(call, name, bytes);
  };
  const describe = (name: string): ServingAnswer => {
    const found = endpoints.get(name);
    if (!found) return missing(name);
    const ready = found.isReady === false ? 'NOT_READY' : 'READY';
    return { body: { name, task: found.task, state: { ready, config_update: 'NOT_UPDATING' } } };
  };
  const invoke = (call: ServingCall, name: string, bytes: number): ServingAnswer => {
    const found = endpoints.get(name);
    if (!found) return missing(name);
    if (bytes > payloadBytes) return refuse(413, 'BAD_REQUEST', 'Request size exceeds the limit');
    const key = keyOf(found.task);
    const other = key === 'input' ? 'messages' : 'input';
    if (!(key in call.body)) {
      return refuse(
        400,
        'BAD_REQUEST',
        `'${other}' field is not supported. Please use '${key}' field instead.`,
      );
    }
    if (found.answer) return found.answer(call);
    const text = `You asked: ${lastQuestion(call.body)}`;
    return { stream: key === 'input' ? responsesStream(text) : chatStream(text) };
  };

  const { url, close } = await openServer(async (incoming, response) => {
    const chunks: Buffer[] = await incoming.toArray();
    const bytes = Buffer.concat(chunks);
    const { authorization = '', ...headers } = incoming.headers;
    const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
    const call: ServingCall = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers,
      token: authorization.replace(/^Bearer /, ''),
      body: bytes.length > 0 ? JSON.parse(bytes.toString()) : {},
      closed,
    };
    calls.push(call);
    await send(answer(call, bytes.length), response);
  });
  return {
    url,
    calls,
    invocations,
    endpoint: (name, options = {}) => endpoints.set(name, options),
    next: (...answers) => script.push(...answers),
    accept: (...accepted) => {
      tokens = accepted;
    },
    assessments,
    trace: (id) => assessments.set(id, []),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const missing = (name: string) =>
  refuse(404, 'RESOURCE_DOES_NOT_EXIST', `Endpoint with name '${name}' does not exist.`);

const keyOf = (task = 'agent/v1/responses') => (task.endsWith('responses') ? 'input' : 'messages');

function invokedBy({ method, body }: ServingCall, pathname: string): string | undefined {
  if (method !== 'POST') return undefined;
  if (pathname === '/serving-endpoints/responses') return `${body['model']}`;
  const name = /^\/serving-endpoints\/([^/]+)\/invocations$/.exec(pathname)?.[1];
  return name && decodeURIComponent(name);
}

/** What the last user message says. */
export function lastQuestion(body: Record<string, unknown>): string {
  const said = (body['input'] ?? body['messages']) as { role?: string; content?: string }[];
  return said.findLast(({ role }) => role === 'user')?.content ?? '';
}

function rate(
  { method, body }: ServingCall,
  pathname: string,
  all: Map<string, Assessment[]>,
): ServingAnswer {
  const [, traceId = '', assessmentId] =
    /^\/api\/3\.0\/mlflow\/traces\/([^/]+)(?:\/assessments(?:\/([^/]+))?)?$/.exec(pathname) ?? [];
  const found = all.get(decodeURIComponent(traceId));
  if (!found) return refuse(404, 'RESOURCE_DOES_NOT_EXIST', 'There is no such trace');
  const given = body['assessment'] as Record<string, unknown> | undefined;
  const index = found.findIndex(({ assessment_id: id }) => id === assessmentId);
  switch (method) {
    case 'GET':
      return { body: { trace: { trace_info: { trace_id: traceId, assessments: found } } } };
    case 'POST':
      found.push({ assessment_id: `a-${found.length + 1}`, ...given });
      return { body: { assessment: found.at(-1) } };
    case 'PATCH':
      Object.assign(found[index] ?? {}, given);
      return { body: { assessment: found[index] } };
    default:
      found.splice(index, 1);
      return { body: {} };
  }
}

async function send(answer: ServingAnswer, response: ServerResponse): Promise<void> {
  if (answer === 'hang') return;
  if (answer === 'reset') return void response.socket?.resetAndDestroy();
  if ('stream' in answer) return sendStream(answer.stream, answer.headers, response);
  const { status = 200, headers = {}, body } = answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}

async function sendStream(
  steps: readonly StreamStep[],
  headers: Record<string, string> = {},
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', ...headers });
  response.flushHeaders();
  for (const step of steps) {
    if (response.destroyed) return;
    if (typeof step === 'string' || step instanceof Uint8Array) {
      await new Promise<void>((resolve) => response.write(step, () => resolve()));
    } else if ('cut' in step) {
      response.destroy();
      return;
    } else {
      await step.pass();
    }
  }
  response.end();
}
