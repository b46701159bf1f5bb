import { readFile } from 'node:fs/promises';
import { AppError } from '../src/common/errors.ts';
import type { Env } from '../src/config/settings.ts';

/**
 * The environment on top of the `Values` of a local.settings.json, the file in which Azure Functions Core Tools keeps
 * the settings of a laptop. Without the file, the environment alone.
 *
 * @throws AppError `config` when the file exists but can't be understood
 */
export async function readLocalEnv(env: Env, settingsFile: string): Promise<Env> {
  const content = await readFile(settingsFile, 'utf8').catch(() => '{}');
  let values: unknown;
  try {
    values = JSON.parse(content).Values ?? {};
  } catch (error) {
    throw new AppError('config', `${settingsFile} isn’t JSON.`, { cause: error });
  }
  const isText = (entry: [string, unknown]) => typeof entry[1] === 'string';
  if (values === null || typeof values !== 'object' || !Object.entries(values).every(isText)) {
    throw new AppError('config', `“Values” in ${settingsFile} must map names to strings.`);
  }
  return { ...(values as Record<string, string>), ...env };
}
