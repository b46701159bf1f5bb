import * as z from 'zod/mini';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import type { Group } from './findGroup.ts';
import { listResources } from './listResources.ts';

/** Something that is still there, and the command that removes it. */
export interface Leftover {
  what: string;
  remove: string;
}

const vaultsSchema = z.array(z.object({ name: z.string(), location: z.string() }));
type Vault = z.infer<typeof vaultsSchema>[number];

/** Where the trial left a group, what has to go, and what does that. */
export interface Removal {
  group: Group;
  /** Deployments that might still run. */
  deployments: readonly string[];
}

/**
 * Removes what the trial created, and resolves with what is still there.
 *
 * @throws AzError if the resources can't be removed
 */
export async function removeTrial(
  trial: Trial,
  { group, deployments }: Removal,
): Promise<Outcome<Leftover[]>> {
  const { az, resourceGroup } = trial;
  // Creating it can be what failed.
  if ((await az(['group', 'exists', '--name', resourceGroup])) !== true) return { value: [] };
  for (const name of deployments) {
    const named = ['--resource-group', resourceGroup, '--name', name];
    // Most have ended. One that still runs would create more behind our back.
    await az(['deployment', 'group', 'cancel', ...named]).catch(() => undefined);
  }
  const vaults = await listVaults(trial).catch(() => []);
  if (group.kind === 'foreign') await removeAdded(trial, group.before);
  else await az(['group', 'delete', '--name', resourceGroup, '--yes']);
  const left = await Promise.all(vaults.map((vault) => purge(trial, vault)));
  return { value: left.flat() };
}

/** What stays where nothing is removed. */
export function leftovers({ resourceGroup, name }: Trial, { kind }: Group): Leftover[] {
  if (kind === 'foreign') {
    const what = `the resources in ${resourceGroup} with “${name}” in their name, and the workbook “Genie bot”`;
    const list = `az resource list --resource-group ${resourceGroup} --query "[?contains(name, '${name}')].id" --output tsv`;
    return [{ what, remove: `az resource delete --ids $(${list})` }];
  }
  const what = `the resource group ${resourceGroup} with all that is in it`;
  return [{ what, remove: `az group delete --name ${resourceGroup} --yes` }];
}

async function listVaults({ az, resourceGroup, name }: Trial): Promise<Vault[]> {
  const listed = await az(['keyvault', 'list', '--resource-group', resourceGroup]);
  return vaultsSchema.parse(listed ?? []).filter((vault) => vault.name.startsWith(`kv-${name}-`));
}

/** `az resource delete` goes through the list several times, as what depends on another has to go first. */
async function removeAdded(trial: Trial, before: readonly string[]): Promise<void> {
  const known = new Set(before.map((id) => id.toLowerCase()));
  const added = (await listResources(trial)).filter((id) => !known.has(id.toLowerCase()));
  if (added.length > 0) await trial.az(['resource', 'delete', '--ids', ...added]);
}

/** A deleted vault keeps its name, and could be recovered, for 90 days. */
async function purge({ az }: Trial, { name, location }: Vault): Promise<Leftover[]> {
  const args = ['keyvault', 'purge', '--name', name, '--location', location];
  try {
    await az(args);
    return [];
  } catch {
    const what = `the deleted vault ${name}; it costs nothing and is gone after 90 days`;
    return [{ what, remove: `az ${args.join(' ')}` }];
  }
}
