import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpError, sendError } from './httpJson.ts';

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** The named parts of the path, decoded. */
  params: Record<string, string | undefined>;
  query: URLSearchParams;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A path of the URL Pattern standard, such as `/conversations/:id`. */
  path: string;
  handle(exchange: Exchange): Promise<void>;
}

/** One handler for many routes. An unknown path gets 404, a known one with another method 405. */
export function createRouter(routes: Route[]) {
  const patterns = routes.map((route) => ({
    route,
    pattern: new URLPattern({ pathname: route.path }),
  }));

  const dispatch = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const matches = patterns.flatMap(({ route, pattern }) => {
      const match = pattern.exec({ pathname: url.pathname });
      return match ? [{ route, groups: match.pathname.groups }] : [];
    });
    if (matches.length === 0) throw new HttpError(404, 'NotFound', 'Not found.');
    const match = matches.find(({ route }) => route.method === request.method);
    if (!match) {
      throw new HttpError(405, 'BadArgument', 'This channel does not support this operation');
    }
    const params = decodeAll(match.groups);
    await match.route.handle({ request, response, params, query: url.searchParams });
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    dispatch(request, response).catch((error: unknown) => sendError(response, error));
  };
}

function decodeAll(groups: Record<string, string | undefined>) {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, value && decodeURIComponent(value)]),
    );
  } catch (error) {
    throw new HttpError(400, 'BadArgument', 'The path isn’t encoded correctly.', { cause: error });
  }
}
