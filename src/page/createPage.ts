import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { Texts } from '../texts/texts.ts';
import { PageError, type PageRoute, type PageVisitor } from './route.ts';

export interface PageOptions {
  routes: readonly PageRoute[];
  /** Whom a request is from. @throws PageError for one that gets nothing */
  admit(request: HttpRequest, route: PageRoute): Promise<PageVisitor>;
  /** The answer to a request that failed. */
  refuse(error: unknown, request: HttpRequest, route: PageRoute | undefined): HttpResponseInit;
  /** The texts for whom a request is from. */
  textsOf(request: HttpRequest): { locale: string | undefined; texts: Texts };
}

/** What answers everything below `/api/chat`. */
export type Page = (request: HttpRequest) => Promise<HttpResponseInit>;

/** The chat page, its files, and what its script asks for. */
export function createPage(options: PageOptions): Page {
  const { routes, admit, refuse, textsOf } = options;
  const find = createFinder(routes);

  return async (request) => {
    const found = find(request);
    const route = found?.route ?? found?.others[0];
    try {
      if (found === undefined) {
        throw new PageError(404, 'not-found', 'There is no such address');
      }
      if (found.route === undefined) throw wrongMethod(request, found.others);
      const visitor = await admit(request, found.route);
      const params = decode(found.groups);
      const { query } = found;
      const response = await found.route.handle({
        request,
        params,
        query,
        visitor,
        ...textsOf(request),
      });
      return complete(response, request, visitor.newCookie);
    } catch (error) {
      return complete(refuse(error, request, route), request);
    }
  };
}

/** What a path leads to, and with which methods if not with the request's. */
interface Found {
  route: PageRoute | undefined;
  others: readonly PageRoute[];
  groups: Record<string, string | undefined>;
  query: URLSearchParams;
}

/** What answers where there is no page. */
export function createClosedPage({ refuse }: Pick<PageOptions, 'refuse'>): Page {
  return async (request) => {
    const error = new PageError(403, 'off', 'There is no chat page here');
    return complete(refuse(error, request, undefined), request);
  };
}

function createFinder(routes: readonly PageRoute[]): (request: HttpRequest) => Found | undefined {
  const patterns = routes.map((route) => ({
    route,
    pattern: new URLPattern({ pathname: `/api/chat${route.path && `/${route.path}`}` }),
  }));
  return (request) => {
    const { pathname, searchParams: query } = new URL(request.url);
    const path = withoutSlashes(pathname);
    const matches = patterns.flatMap(({ route, pattern }) => {
      const groups = pattern.exec({ pathname: path })?.pathname.groups;
      return groups ? [{ route, groups }] : [];
    });
    if (matches.length === 0) return undefined;
    const match = matches.find(({ route }) => route.method === methodOf(request));
    const others = matches.map(({ route }) => route);
    return { route: match?.route, others, groups: match?.groups ?? {}, query };
  };
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/** A HEAD is answered as its GET, without the body. */
function methodOf({ method }: HttpRequest): string {
  return method === 'HEAD' ? 'GET' : method;
}

function wrongMethod({ method }: HttpRequest, routes: readonly PageRoute[]): PageError {
  const methods = routes.flatMap((route) =>
    route.method === 'GET' ? ['GET', 'HEAD'] : route.method,
  );
  const headers = { allow: [...new Set(methods)].join(', ') };
  return new PageError(405, 'wrong-method', `${method} isn’t allowed here`, { headers });
}

function decode(groups: Record<string, string | undefined>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value = '']) => [name, decodeURIComponent(value)]),
    );
  } catch (cause) {
    throw new PageError(404, 'not-found', 'The path isn’t encoded correctly', { cause });
  }
}

/** Nothing that the page gets is to be taken for something else, or to tell another site where it was. */
const guarded = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

function complete(
  { headers, body, jsonBody, ...response }: HttpResponseInit,
  { method }: HttpRequest,
  cookie?: string,
): HttpResponseInit {
  const isHead = method === 'HEAD';
  return {
    ...response,
    headers: {
      ...(jsonBody !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(new Headers(headers)),
      ...guarded,
      ...(cookie && { 'set-cookie': cookie }),
    },
    ...(!isHead && body !== undefined && { body }),
    ...(!isHead && jsonBody !== undefined && { jsonBody }),
  };
}
