/** One part of a route between two slashes. */
type Segment =
  | { kind: 'literal'; text: string }
  | { kind: 'parameter'; name: string; optional: boolean; accepts?: RegExp }
  | { kind: 'rest'; name: string };

export interface Route {
  /** The route's parameters when it fits the decoded segments of a path, else `undefined`. */
  match(path: readonly string[]): Record<string, string> | undefined;
  /** Sorts routes: the more specific one is tried first. */
  precedence: string;
}

const constraints: Record<string, RegExp> = {
  alpha: /^[a-z]+$/i,
  bool: /^(true|false)$/i,
  guid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  int: /^-?\d+$/,
  long: /^-?\d+$/,
};

/**
 * Compiles a route template such as `questions/{id:int}/{part?}` or `files/{*path}`. Letter case does not matter.
 * Follows ASP.NET Core's route templates: https://learn.microsoft.com/aspnet/core/fundamentals/routing
 *
 * @throws Error for what the local host doesn't support: other constraints, defaults, several parameters in a segment
 */
export function compileRoute(template: string): Route {
  const segments = template
    .split('/')
    .filter((text) => text !== '')
    .map((text) => compileSegment(text, template));
  return {
    match: (path) => matchSegments(segments, path),
    precedence: segments.map(rankSegment).join(''),
  };
}

function compileSegment(text: string, template: string): Segment {
  if (!/[{}]/.test(text)) return { kind: 'literal', text: text.toLowerCase() };
  const [, star, name = '', constraint, optional] =
    /^\{(\*{0,2})(\w+)(?::(\w+))?(\?)?\}$/.exec(text) ?? [];
  const accepts = constraint === undefined ? undefined : constraints[constraint];
  if (name === '' || (constraint !== undefined && accepts === undefined)) {
    throw new Error(`The local host doesn’t understand “${text}” in the route “${template}”.`);
  }
  if (star) return { kind: 'rest', name };
  return {
    kind: 'parameter',
    name,
    optional: optional !== undefined,
    ...(accepts && { accepts }),
  };
}

function matchSegments(segments: readonly Segment[], path: readonly string[]) {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const text = path[index];
    if (segment.kind === 'rest') {
      params[segment.name] = path.slice(index).join('/');
      return params;
    }
    if (text === undefined) {
      if (segment.kind === 'parameter' && segment.optional) continue;
      return undefined;
    }
    if (segment.kind === 'literal') {
      if (text.toLowerCase() !== segment.text) return undefined;
    } else {
      if (segment.accepts?.test(text) === false) return undefined;
      params[segment.name] = text;
    }
  }
  return path.length > segments.length ? undefined : params;
}

function rankSegment(segment: Segment): number {
  if (segment.kind === 'literal') return 1;
  if (segment.kind === 'rest') return 5;
  return segment.accepts ? 2 : 3;
}
