type Json = Record<string, unknown>;

const prefix = 'azurefunctionsjobhost';

/**
 * host.json with the app settings that override it, such as `AzureFunctionsJobHost__logging__logLevel__Function`. Their
 * parts are names in host.json, whatever the letter case, and their values are texts.
 */
export function overrideSettings(
  hostJson: unknown,
  env: Readonly<Record<string, string | undefined>>,
): unknown {
  const settings: Json = isObject(hostJson) ? structuredClone(hostJson) : {};
  for (const [name, value] of Object.entries(env)) {
    const [first = '', ...path] = name.split(/__|:/);
    if (first.toLowerCase() === prefix && path.length > 0 && value !== undefined) {
      set(settings, path, value);
    }
  }
  return settings;
}

function set(object: Json, [name = '', ...rest]: readonly string[], value: string): void {
  const key = Object.keys(object).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
  if (rest.length === 0) {
    object[key] = value;
    return;
  }
  const inner = object[key];
  const next: Json = isObject(inner) ? inner : {};
  object[key] = next;
  set(next, rest, value);
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
