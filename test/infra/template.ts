/** What a test wants to know of a compiled template: of main.bicep, or of a module. */
export interface Template {
  /** `main`, or the name of the module. */
  name: string;
  text: string;
  params: Parameter[];
  resources: Resource[];
  outputs: Output[];
}

export interface Parameter {
  name: string;
  isSecure: boolean;
  /** Whether there is a `@description`. */
  isDescribed: boolean;
  defaultValue?: unknown;
}

export interface Resource {
  /** As the others of its template call it. */
  symbol: string;
  type: string;
  apiVersion: string;
  body: Record<string, unknown>;
}

export interface Output {
  name: string;
  isDescribed: boolean;
  value: unknown;
}

/** The value at a path such as `properties.siteConfig.minTlsVersion`. */
export function valueAt(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)[key]
      : undefined;
  }, body);
}
