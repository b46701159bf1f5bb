import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { Texts } from '../texts/texts.ts';
import { PageError, type PageRoute, type PageVisitor } from './route.ts';

export interface PageOptions {
  routes: readonly PageRoute[];
  /** Who a request is from. @throws PageError for one that gets nothing */
  admit(request: HttpRequest, route: PageRoute): Promise<PageVisitor>;
  /** The answer to a request that failed. */
  refuse(error: unknown, request: HttpRequest, route: PageRoute | undefined): HttpResponseInit;
  /** The texts for whom a request is from. */
  textsOf(request: HttpRequest): { locale: string | undefined; texts: Texts };
}

/** What answers everything below `/api/chat`. */
export type Page = (request: HttpRequest) => Promise<HttpResponseInit>;

/** The chat page, its files, and what its script asks for. */
export function createPage({ routes, admit, refuse, textsOf }: PageOptions): Page {
  const patterns = routes.map((route) => ({
    route,
    pattern: new URLPattern({ pathname: `/api/chat${route.path && `/${route.path}`}` }),
  }));

  const find = (request: HttpRequest) => {
    const { pathname, searchParams: query } = new URL(request.url);
    const path = pathname.replace(/\/+$/, '');
    const matches = patterns.flatMap(({ route, pattern }) => {
      const groups = pattern.exec({ pathname: path })?.pathname.groups;
      return groups ? [{ route, groups, query }] : [];
    });
    if (matches.length === 0) throw new PageError(404, 'not-found', 'There is no such address');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const match = matches.find(({ route }) => route.method === method);
    if (match) return match;
    throw new PageError(405, 'wrong-method', `${request.method} isn’t allowed here`);
  };

  return async (request) => {
    let route: PageRoute | undefined;
    try {
      const match = find(request);
      route = match.route;
      const visitor = await admit(request, route);
      const params = decode(match.groups);
      return await route.handle({
        request,
        params,
        query: match.query,
        visitor,
        ...textsOf(request),
      });
    } catch (error) {
      return refuse(error, request, route);
    }
  };
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
