import type { Output, Parameter, Resource, Template } from './template.ts';

/** ARM JSON, as Bicep compiles to it: with symbolic names. */
export interface ArmTemplate {
  parameters?: Record<string, ArmParameter>;
  variables?: Record<string, unknown>;
  resources?: Record<string, ArmResource>;
  outputs?: Record<string, ArmOutput>;
}

interface ArmParameter {
  type: string;
  defaultValue?: unknown;
  metadata?: { description?: string };
}

interface ArmOutput {
  value?: unknown;
  metadata?: { description?: string };
}

export interface ArmResource extends Record<string, unknown> {
  type: string;
  apiVersion: string;
  existing?: boolean;
  properties?: { template?: ArmTemplate; [name: string]: unknown };
}

/** The templates that a compiled one consists of: itself, and one for each module. Existing resources are left out. */
export function readArm(arm: ArmTemplate, name: string): Template[] {
  const all = Object.entries(arm.resources ?? {}).filter(([, { existing }]) => !existing);
  const modules = all.filter(([, { type }]) => type === 'Microsoft.Resources/deployments');
  const own = all.filter((entry) => !modules.includes(entry));
  const template: Template = {
    name,
    text: JSON.stringify({ ...arm, resources: Object.fromEntries(own) }),
    params: Object.entries(arm.parameters ?? {}).map(toParameter),
    resources: own.map(toResource),
    outputs: Object.entries(arm.outputs ?? {}).map(toOutput),
  };
  return [
    template,
    ...modules.flatMap(([symbol, { properties }]) => readArm(properties?.template ?? {}, symbol)),
  ];
}

function toParameter([name, parameter]: [string, ArmParameter]): Parameter {
  const { type, defaultValue, metadata } = parameter;
  return {
    name,
    isSecure: type.toLowerCase().startsWith('secure'),
    isDescribed: metadata?.description !== undefined,
    ...(defaultValue !== undefined && { defaultValue }),
  };
}

function toResource([symbol, { type, apiVersion, ...body }]: [string, ArmResource]): Resource {
  return { symbol, type, apiVersion, body };
}

function toOutput([name, { value, metadata }]: [string, ArmOutput]): Output {
  return { name, isDescribed: metadata?.description !== undefined, value };
}
