import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArmTemplate, readArm } from './readArm.ts';
import type { Template } from './template.ts';

/** The compiled main.bicep, as it is committed. */
export const compiled: ArmTemplate & { resources: NonNullable<ArmTemplate['resources']> } =
  JSON.parse(readFileSync(join(import.meta.dirname, 'snapshots', 'template.json'), 'utf8'));

/** The project's own templates, by name: `main`, and the modules. */
export const templates: ReadonlyMap<string, Template> = new Map(
  readArm(compiled, 'main').map((template) => [template.name, template]),
);

/** @throws Error for a template that is not there */
export function templateOf(name: string): Template {
  const template = templates.get(name);
  if (!template) throw new Error(`There is no module ${name} in infra/main.bicep`);
  return template;
}
