import { globSync } from 'node:fs';
import { join } from 'node:path';
import { readBicep } from './readBicep.ts';
import type { Template } from './template.ts';

export const infraDir = join(import.meta.dirname, '..', '..', 'infra');

/** The project's own Bicep files, by their names. */
export const templates: ReadonlyMap<string, Template> = new Map(
  globSync('{main.bicep,main.bicepparam,modules/*.bicep}', { cwd: infraDir }).map((path) => {
    const template = readBicep(join(infraDir, path));
    return [template.file, template];
  }),
);

/** @throws Error for a file that is not there */
export function templateOf(file: string): Template {
  const template = templates.get(file);
  if (!template) throw new Error(`There is no ${file} in infra`);
  return template;
}
