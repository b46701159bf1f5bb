import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `fetchBicep.ts` puts the compiler. */
export const bicepDir = join(import.meta.dirname, '..', '..', '.local', 'bicep');

/**
 * The Bicep compiler's executable: the one that `BICEP` names, on the path, of the Azure CLI, or of the NuGet package
 * `Azure.Bicep.CommandLine.*`. `undefined` where there is none.
 */
export function findBicep(): string | undefined {
  const packages = [bicepDir, join(homedir(), '.nuget', 'packages')].flatMap((cwd) =>
    globSync('azure.bicep.commandline.*/*/tools/bicep', { cwd }).map((path) => join(cwd, path)),
  );
  const candidates = [
    process.env['BICEP'] ?? '',
    'bicep',
    join(homedir(), '.azure', 'bin', 'bicep'),
    ...packages.toSorted().reverse(),
  ];
  return candidates.find((path) => path && spawnSync(path, ['--version']).status === 0);
}
