import * as z from 'zod/mini';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { listResources } from './listResources.ts';

/** Marks a resource group that a trial created, and can delete. */
export const groupTag = 'genie-bot-trial';

const groupSchema = z.object({
  location: z.string(),
  tags: z.nullish(z.record(z.string(), z.string())),
});

/** The resource group before the trial. */
export type Group =
  | { kind: 'missing' }
  /** An earlier trial created it: all of it can go. */
  | { kind: 'ours'; location: string }
  /** Someone else's: what was there stays. */
  | { kind: 'foreign'; location: string; before: readonly string[] };

/**
 * Looks at the resource group, and changes nothing.
 *
 * @param intoExisting whether a group with resources of someone else's will do
 */
export async function findGroup(trial: Trial, intoExisting: boolean): Promise<Outcome<Group>> {
  const { az, signal, resourceGroup } = trial;
  const named = ['--name', resourceGroup];
  if ((await az(['group', 'exists', ...named], { signal })) !== true) {
    return { value: { kind: 'missing' }, note: 'it will be created' };
  }
  const { location, tags } = groupSchema.parse(await az(['group', 'show', ...named], { signal }));
  if (tags?.[groupTag] !== undefined) {
    return { value: { kind: 'ours', location }, note: 'an earlier trial created it' };
  }
  const before = await listResources(trial);
  if (before.length > 0 && !intoExisting) {
    throw new StepFailed(
      `${resourceGroup} has ${before.length} resource${before.length === 1 ? '' : 's'} that no trial created. ` +
        'Name a group that doesn’t exist yet, or add --into-existing: then only what the trial adds is removed.',
    );
  }
  return {
    value: { kind: 'foreign', location, before },
    note: before.length === 0 ? 'it’s empty' : `${before.length} resources in it will stay`,
  };
}
