import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Bicep, type Diagnostic, startBicep } from '../compiler/startBicep.ts';
import { infraDir } from '../infraDir.ts';
import { parameterFile } from '../parameterFile.ts';
import type { Deployment } from './deployments.ts';

/** The templates, in a running compiler. */
export interface OpenTemplates {
  /** Compiles and lints everything: the ARM JSON, and what there is to say, a line each. */
  compile(): Promise<{ template: string; diagnostics: string[] }>;
  /** What a deployment's parameters have to say, a line each. */
  checkParameters(deployment: string): Promise<string[]>;
  /**
   * What a deployment would create, as JSON.
   *
   * @throws Error if Azure would refuse it before it begins
   */
  snapshot(deployment: string): Promise<string>;
  close(): void;
}

/** Opens a copy of the templates in the compiler at `bicepPath`, with a parameter file for each deployment. */
export function openTemplates(
  bicepPath: string,
  deployments: Record<string, Deployment>,
): OpenTemplates {
  const dir = mkdtempSync(join(tmpdir(), 'templates-'));
  cpSync(infraDir, dir, { recursive: true });
  const names = Object.keys(deployments);
  for (const name of names) writeFileSync(fileOf(name), parametersOf(name));
  const bicep: Bicep = startBicep(bicepPath, environmentFor(deployments));

  function fileOf(name: string) {
    return join(dir, `${name}.bicepparam`);
  }
  const toLine = ({ source, range, level, code, message }: Diagnostic) =>
    `infra/${relative(dir, source)}:${range.start.line + 1} ${level} ${code}: ${message}`;

  return {
    compile: async () => {
      const { contents = '{}', diagnostics } = await bicep.compile(join(dir, 'main.bicep'));
      return { template: contents, diagnostics: diagnostics.map(toLine) };
    },
    checkParameters: async (name) => {
      const { diagnostics } = await bicep.compileParams(fileOf(name));
      return diagnostics.map(toLine);
    },
    snapshot: (name) => bicep.snapshot(fileOf(name), whereOf(deployments[name])),
    close: () => {
      bicep.stop();
      rmSync(dir, { recursive: true });
    },
  };
}

/** The parameter file as it is, but for its variables' names: one compiler has the variables of every deployment. */
const parametersOf = (name: string) =>
  parameterFile.replaceAll("readEnvironmentVariable('", `readEnvironmentVariable('${name}__`);

/** Nothing of this machine's own settings. */
function environmentFor(deployments: Record<string, Deployment>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TEMP, SystemRoot } = process.env;
  const variables = Object.entries(deployments).flatMap(([deployment, { variables }]) =>
    Object.entries(variables).map(([name, value]) => [`${deployment}__${name}`, value]),
  );
  return { PATH, HOME, TMPDIR, TEMP, SystemRoot, ...Object.fromEntries(variables) };
}

/** The same names on every machine. */
const whereOf = (deployment: Deployment | undefined) => ({
  tenantId: '00000000-0000-0000-0000-00000000000a',
  subscriptionId: '00000000-0000-0000-0000-00000000000b',
  resourceGroup: 'rg-genie',
  location: deployment?.location ?? 'westeurope',
  deploymentName: 'genie',
});
