import type { Caller } from '../caller.ts';

/** A request as an endpoint sees it. */
export interface ApiRequest {
  /** The `:names` of the route's path, as they appear in the address. */
  params: Record<string, string | undefined>;
  query: URLSearchParams;
  /** The parsed JSON, or the text if it isn't JSON; `undefined` without a body. */
  body: unknown;
  caller: Caller;
}

export interface Route {
  method: string;
  /** A path such as `/api/2.0/genie/spaces/:space_id`. */
  path: string;
  /**
   * Answers with the JSON body of a 200.
   * @throws ApiError for any other status.
   */
  handle(request: ApiRequest): unknown;
}

/** Builds the function that finds a request's route and its parameters. */
export function createRouter(
  routes: readonly Route[],
): (
  method: string,
  pathname: string,
) => { route: Route; params: Record<string, string | undefined> } | undefined {
  const patterns = routes.map((route) => ({
    route,
    pattern: new URLPattern({ pathname: route.path }),
  }));
  return (method, pathname) => {
    for (const { route, pattern } of patterns) {
      const groups = route.method === method && pattern.exec({ pathname })?.pathname.groups;
      if (groups) return { route, params: groups };
    }
    return undefined;
  };
}

/** A text in a JSON body; `undefined` if it is missing or not a text. */
export function textField(body: unknown, name: string): string | undefined {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
