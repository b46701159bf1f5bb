import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { groupTag } from './findGroup.ts';

/** Creates the resource group, marked as one that can be deleted. */
export async function createGroup(
  { az, signal, resourceGroup, name }: Trial,
  location: string,
): Promise<Outcome<undefined>> {
  const tags = ['--tags', `${groupTag}=${name}`];
  await az(['group', 'create', '--name', resourceGroup, '--location', location, ...tags], {
    signal,
  });
  return { value: undefined, note: `in ${location}` };
}
