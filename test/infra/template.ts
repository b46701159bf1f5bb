/** What a test wants to know of a template, whether it was read from Bicep or from the ARM JSON that Bicep compiles to. */
export interface Template {
  file: string;
  text: string;
  params: Parameter[];
  /** Literals as they are, everything else as an {@link Expression}. */
  variables: Record<string, unknown>;
  resources: Resource[];
  outputs: Record<string, unknown>;
}

export interface Parameter {
  name: string;
  isSecure: boolean;
  /** Whether there is a `@description`. */
  isDescribed: boolean;
  defaultValue?: unknown;
}

export interface Resource {
  type: string;
  apiVersion: string;
  body: Record<string, unknown>;
}

/** What only a deployment can compute. */
export interface Expression {
  expression: string;
}

/** The value at a path such as `properties.siteConfig.minTlsVersion`. */
export function valueAt(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)[key]
      : undefined;
  }, body);
}
