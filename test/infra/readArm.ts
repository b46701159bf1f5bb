import type { Parameter, Resource, Template } from './template.ts';

interface ArmTemplate {
  parameters?: Record<string, ArmParameter>;
  variables?: Record<string, unknown>;
  /** By symbolic name, or, in older templates, as a list. */
  resources?: Record<string, ArmResource> | ArmResource[];
  outputs?: Record<string, { value?: unknown }>;
}

interface ArmParameter {
  type: string;
  defaultValue?: unknown;
  metadata?: { description?: string };
}

interface ArmResource extends Record<string, unknown> {
  type: string;
  apiVersion: string;
  existing?: boolean;
  properties?: { template?: ArmTemplate; [name: string]: unknown };
}

/** The templates that a compiled one consists of: itself, and one for each module. */
export function readArm(arm: ArmTemplate, file: string): Template[] {
  const all = Object.values(arm.resources ?? {}).filter(({ existing }) => !existing);
  const modules = all.filter(({ type }) => type === 'Microsoft.Resources/deployments');
  const own = all.filter((resource) => !modules.includes(resource));
  const template: Template = {
    file,
    text: JSON.stringify({ ...arm, resources: own }),
    params: Object.entries(arm.parameters ?? {}).map(toParameter),
    variables: arm.variables ?? {},
    resources: own.map(({ type, apiVersion, ...body }): Resource => ({ type, apiVersion, body })),
    outputs: Object.fromEntries(
      Object.entries(arm.outputs ?? {}).map(([name, { value }]) => [name, value]),
    ),
  };
  return [
    template,
    ...modules.flatMap(({ properties }, index) =>
      readArm(properties?.template ?? {}, `${file}, module ${index}`),
    ),
  ];
}

function toParameter([name, { type, defaultValue, metadata }]: [string, ArmParameter]): Parameter {
  return {
    name,
    isSecure: type.toLowerCase().startsWith('secure'),
    isDescribed: metadata?.description !== undefined,
    ...(defaultValue !== undefined && { defaultValue }),
  };
}
