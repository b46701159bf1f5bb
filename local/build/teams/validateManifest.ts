import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { default as Ajv } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';
import type { Manifest } from './fillManifest.ts';

const require = createRequire(import.meta.url);

/**
 * What Microsoft's schemas for the manifest's version find wrong with it and its texts in other languages, one sentence
 * each.
 *
 * @param languages the texts, by their files' names
 */
export async function findManifestProblems(
  manifest: Manifest,
  languages: ReadonlyMap<string, Manifest> = new Map(),
): Promise<string[]> {
  const version = `v${manifest['manifestVersion']}`;
  const found = await findProblems(manifest, version, 'MicrosoftTeams.schema.json');
  for (const [file, texts] of languages) {
    const problems = await findProblems(texts, version, 'MicrosoftTeams.Localization.schema.json');
    found.push(...problems.map((problem) => `${file}: ${problem}`));
  }
  return found;
}

async function findProblems(value: Manifest, version: string, name: string): Promise<string[]> {
  const build = dirname(require.resolve('@microsoft/app-manifest'));
  const schema = await readFile(join(build, 'json-schemas', 'teams', version, name), 'utf8');
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(schema));
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
