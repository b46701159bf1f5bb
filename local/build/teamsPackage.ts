import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { AppError, codeOf } from '../../src/common/errors.ts';
import { version } from '../../src/common/version.ts';
import type { Env } from '../../src/config/settings.ts';
import { readLocalEnv } from '../settings/readLocalEnv.ts';
import { fillLanguage, fillManifest, type Manifest } from './teams/fillManifest.ts';
import { findManifestProblems } from './teams/validateManifest.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/**
 * Packs the Teams app: the manifest, filled from the settings, its texts in other languages, and its icons.
 *
 * @returns the path of the zip
 * @throws AppError `config` for a setting that is missing, or that makes a manifest Teams would reject
 */
export async function packageTeamsApp(
  env: Env,
  outDir = join(projectDir, 'dist'),
): Promise<string> {
  const read = (name: string) => readFile(join(projectDir, 'infra', 'teams', name));
  const manifest = fillManifest((await read('manifest.json')).toString(), env, version);
  const languages = await readLanguages(env);
  const problems = await findManifestProblems(manifest, languages);
  if (problems.length > 0) {
    throw new AppError('config', `Teams would reject the manifest:\n  ${problems.join('\n  ')}`);
  }
  await mkdir(outDir, { recursive: true });
  const zip = join(outDir, 'teams-app.zip');
  const files = {
    'manifest.json': toFile(manifest),
    ...Object.fromEntries([...languages].map(([name, texts]) => [name, toFile(texts)])),
    'color.png': await read('color.png'),
    'outline.png': await read('outline.png'),
  };
  await writeFile(zip, zipSync(files));
  return zip;
}

/** The manifest's texts in other languages, by the names of their files. */
async function readLanguages(env: Env): Promise<ReadonlyMap<string, Manifest>> {
  const folder = join(projectDir, 'infra', 'teams', 'languages');
  const names = (await readdir(folder)).sort();
  const templates = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, fillLanguage(templates[index] ?? '', env)]));
}

function toFile(value: Manifest): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

if (import.meta.main) {
  try {
    const { env } = await readLocalEnv(process.env, projectDir);
    console.log(relative(process.cwd(), await packageTeamsApp(env)));
  } catch (error) {
    if (codeOf(error) !== 'config') throw error;
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
