import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { AppError, codeOf } from '../../src/common/errors.ts';
import { version } from '../../src/common/version.ts';
import type { Env } from '../../src/config/settings.ts';
import { readLocalEnv } from '../settings/readLocalEnv.ts';
import { fillManifest } from './teams/fillManifest.ts';
import { findManifestProblems } from './teams/validateManifest.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/**
 * Packs the Teams app: the manifest, filled from the settings, and its icons.
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
  const problems = await findManifestProblems(manifest);
  if (problems.length > 0) {
    throw new AppError('config', `Teams would reject the manifest:\n  ${problems.join('\n  ')}`);
  }
  await mkdir(outDir, { recursive: true });
  const zip = join(outDir, 'teams-app.zip');
  const files = {
    'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
    'color.png': await read('color.png'),
    'outline.png': await read('outline.png'),
  };
  await writeFile(zip, zipSync(files));
  return zip;
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
