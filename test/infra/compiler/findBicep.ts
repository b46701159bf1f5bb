import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { bicepVersion } from './bicepVersion.ts';
import { cachedBicep, fetchBicep } from './nugetBicep.ts';

export interface FoundBicep {
  path: string;
  version: string;
}

/**
 * The Bicep compiler: the one that `BICEP` names; otherwise one of the version in `infra/.bicep-version`, from NuGet's
 * folder, on the path, of the Azure CLI, or fetched from NuGet; otherwise any that is installed. `undefined` where
 * there is none.
 */
export function findBicep(): FoundBicep | undefined {
  const named = process.env['BICEP'];
  if (named) return askVersion(named);
  const cached = cachedBicep();
  if (cached) return { path: cached, version: bicepVersion };
  const installed = ['bicep', join(homedir(), '.azure', 'bin', 'bicep')].flatMap(
    (path) => askVersion(path) ?? [],
  );
  const pinned = installed.find(({ version }) => version === bicepVersion);
  if (pinned) return pinned;
  const fetched = fetchBicep();
  return fetched ? { path: fetched, version: bicepVersion } : installed[0];
}

function askVersion(path: string): FoundBicep | undefined {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const version = /version ([\d.]+)/.exec(stdout ?? '')?.[1];
  return version ? { path, version } : undefined;
}
