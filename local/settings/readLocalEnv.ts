import { join } from 'node:path';
import { AppError } from '../../src/common/errors.ts';
import { appServiceMarkers } from '../../src/config/botIdentity.ts';
import type { Env } from '../../src/config/settings.ts';
import { DotEnvError, parseDotEnv } from './parseDotEnv.ts';
import { readSettingsFile } from './readSettingsFile.ts';

export interface LocalEnv {
  env: Env;
  /** The names of the files that were read, the one that counts more first. */
  files: string[];
}

/** Those that count more come first. */
const files = [
  { name: '.env', parse: parseDotEnvFile },
  { name: 'local.settings.json', parse: parseLocalSettings },
];

/**
 * The environment on top of the settings files beside the code: a `.env`, and a local.settings.json, in which Azure
 * Functions Core Tools keeps the settings of a laptop. In Azure there's the environment alone.
 *
 * @throws AppError `config` if a file exists but can't be read or understood
 */
export async function readLocalEnv(env: Env, projectDir: string): Promise<LocalEnv> {
  const found: { name: string; values: Env }[] = [];
  if (appServiceMarkers.some((name) => env[name])) return { env, files: [] };
  for (const { name, parse } of files) {
    const path = join(projectDir, name);
    const text = await readSettingsFile(path);
    if (text !== undefined) found.push({ name, values: parse(text, path) });
  }
  const values = found.toReversed().map(({ values }) => values);
  return { env: Object.assign({}, ...values, env), files: found.map(({ name }) => name) };
}

/** Says which files were read; empty if none was. */
export function describeFiles(names: readonly string[]): string {
  return names.length > 0 ? `Settings from ${names.join(' and ')}.` : '';
}

function parseDotEnvFile(text: string, path: string): Env {
  try {
    const values = Object.entries(parseDotEnv(text));
    // An empty setting counts as unset, as everywhere, so what is below shows.
    return Object.fromEntries(values.filter(([, value]) => value !== ''));
  } catch (error) {
    if (!(error instanceof DotEnvError)) throw error;
    throw new AppError('config', `${path}: ${error.message}.`, { cause: error });
  }
}

function parseLocalSettings(text: string, path: string): Env {
  let values: unknown;
  try {
    values = JSON.parse(text).Values ?? {};
  } catch (error) {
    throw new AppError('config', `${path} isn’t JSON.`, { cause: error });
  }
  const isText = (entry: [string, unknown]) => typeof entry[1] === 'string';
  if (values === null || typeof values !== 'object' || !Object.entries(values).every(isText)) {
    throw new AppError('config', `“Values” in ${path} must map names to strings.`);
  }
  return values as Record<string, string>;
}
