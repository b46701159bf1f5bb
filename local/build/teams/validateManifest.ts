import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { default as Ajv } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';
import type { Manifest } from './fillManifest.ts';

const require = createRequire(import.meta.url);

/** What Microsoft's schema for the manifest's version finds wrong with it, one sentence each. */
export async function findManifestProblems(manifest: Manifest): Promise<string[]> {
  const build = dirname(require.resolve('@microsoft/app-manifest'));
  const folder = join(build, 'json-schemas', 'teams', `v${manifest['manifestVersion']}`);
  const schema = await readFile(join(folder, 'MicrosoftTeams.schema.json'), 'utf8');
  const ajv = new Ajv.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(schema));
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
