import type { IncomingMessage, ServerResponse } from 'node:http';
import { compileRoute, type Route } from './compileRoute.ts';
import type { RpcData, TriggerInput } from './coreTypes.ts';
import type { FunctionsCore, RegisteredFunction } from './createFunctionsCore.ts';
import { invokeFunction } from './invokeFunction.ts';
import { readBody } from './readBody.ts';

interface HttpFunction {
  registered: RegisteredFunction;
  route: Route;
  methods: string[];
  needsKey: boolean;
}

interface HttpHandlerOptions {
  routePrefix: string;
  /** Either is required by functions whose `authLevel` isn't `anonymous`. Without any key they are open. */
  functionKey?: string | undefined;
  masterKey?: string | undefined;
  /** Told what each function was sent, and with which status it replied. */
  observe?: ((name: string, body: Buffer, status: number) => void) | undefined;
}

/** The front end's own limit on a request's length, in bytes. */
const bodyLimit = 100 * 1024 * 1024;

/**
 * Creates the handler of the app's HTTP functions. It resolves to false for a request that none of them serves, even if
 * only the method doesn't match, and leaves that response alone.
 */
export function createHttpHandler(
  core: FunctionsCore,
  functions: readonly RegisteredFunction[],
  { routePrefix, functionKey, masterKey, observe }: HttpHandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const table = functions
    .map((registered) => describeFunction(registered, routePrefix))
    .sort((a, b) => a.route.precedence.localeCompare(b.route.precedence, 'en'));
  const keys = [functionKey, masterKey].filter((key) => key !== undefined);

  return async (request, response) => {
    const url = URL.parse(`http://${request.headers.host}${request.url}`);
    const path = url && decodePath(url.pathname);
    if (!path) return false;
    for (const { registered, route, methods, needsKey } of table) {
      const params = route.match(path);
      if (!params || !methods.includes(request.method ?? '')) continue;
      if (needsKey && keys.length > 0 && !keys.includes(readKey(request, url))) {
        response.writeHead(401).end();
        return true;
      }
      await serve(core, registered, { request, response, url, params }, observe);
      return true;
    }
    return false;
  };
}

function describeFunction(registered: RegisteredFunction, routePrefix: string): HttpFunction {
  const { name, bindings } = registered.metadata;
  const trigger = Object.values(bindings).find(({ type }) => type === 'httpTrigger');
  const route = typeof trigger?.['route'] === 'string' ? trigger['route'] : name;
  const methods = Array.isArray(trigger?.['methods']) ? trigger['methods'] : [];
  return {
    registered,
    route: compileRoute(`${routePrefix}/${route}`),
    methods: methods.map((method) => String(method).toUpperCase()),
    needsKey: trigger?.['authLevel'] !== 'anonymous',
  };
}

/** `undefined` for a path that can't be decoded, or has an empty segment: the real host's routes fit none of these. */
function decodePath(pathname: string): string[] | undefined {
  const segments = pathname.replace(/^\//, '').replace(/\/$/, '').split('/');
  if (segments.length > 1 && segments.includes('')) return undefined;
  try {
    return segments.filter((segment) => segment !== '').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

const readKey = ({ headers }: IncomingMessage, url: URL) =>
  String(headers['x-functions-key'] ?? url.searchParams.get('code'));

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  params: Record<string, string>;
}

async function serve(
  core: FunctionsCore,
  registered: RegisteredFunction,
  exchange: Exchange,
  observe: HttpHandlerOptions['observe'],
) {
  const { request, response } = exchange;
  const body = await readBody(request, bodyLimit);
  if (!body) {
    response.writeHead(500, { connection: 'close' }).end();
    return;
  }
  // Why a run failed is in the log.
  const done = await invokeFunction(core, registered, {
    why: 'This function was programmatically called via the host APIs.',
    bind: () => toInput(exchange, body),
  }).catch(() => undefined);
  if (done) sendResponse(response, done.returnValue);
  else response.writeHead(500).end();
  observe?.(registered.metadata.name, body, response.statusCode);
}

function toInput({ request, url, params }: Exchange, body: Buffer): TriggerInput {
  const nullable = (entries: [string, string][]) =>
    Object.fromEntries(entries.map(([name, value]) => [name, { value }]));
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return {
    data: {
      http: {
        method: request.method ?? 'GET',
        url: url.href,
        nullableHeaders: nullable(headers),
        nullableParams: nullable(Object.entries(params)),
        nullableQuery: nullable([...joinQuery(url.searchParams)]),
        ...(body.length > 0 && { body: { bytes: body } }),
      },
    },
  };
}

/** As ASP.NET passes a query on: names in any letter case are one, and of its values one text. */
function joinQuery(query: URLSearchParams): Map<string, string> {
  const named = Map.groupBy(query, ([name]) => name.toLowerCase());
  return new Map(
    [...named.values()].map((entries) => [
      entries[0]?.[0] ?? '',
      entries.map(([, value]) => value).join(','),
    ]),
  );
}

/** The body goes out in chunks, whose total length nothing announces. */
function sendResponse(response: ServerResponse, value: RpcData | null | undefined): void {
  const http = value?.http;
  if (!http) {
    response.writeHead(204).end();
    return;
  }
  if (http.cookies?.length) throw new Error('The local host doesn’t send cookies.');
  response.statusCode = Number(http.statusCode ?? 200);
  for (const [name, header] of Object.entries(http.headers ?? {})) response.setHeader(name, header);
  const bytes = http.body?.bytes;
  if (bytes && bytes.length > 0) response.write(bytes);
  response.end();
}
