import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { infraDir } from './infraDir.ts';

/** `infra/main.bicepparam` as it is written. */
export const parameterFile = readFileSync(join(infraDir, 'main.bicepparam'), 'utf8');

/** The parameters that it sets. */
export const parametersSet = [...parameterFile.matchAll(/^param (\w+) =/gm)].map(
  ([, name = '']) => name,
);

const [, settingsText = ''] = /^param settings = \{\n(.*?)^\}/ms.exec(parameterFile) ?? [];

/** The bot's settings that can be chosen, each with the expression that it comes from. */
export const chosenSettings: ReadonlyMap<string, string> = new Map(
  [...settingsText.matchAll(/^ {2}(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);

/** The environment variable that an expression reads, if it does no more than that. */
export function variableIn(expression: string): string | undefined {
  return /^readEnvironmentVariable\('(\w+)', ''\)$/.exec(expression)?.[1];
}
