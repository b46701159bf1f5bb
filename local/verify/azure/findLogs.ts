import * as z from 'zod/mini';
import { StepFailed } from '../stepFailed.ts';
import type { Trial } from '../trial.ts';

const listSchema = z.array(z.object({ name: z.string(), customerId: z.string() }));

/** The ID by which the logs of the trial are queried. */
export async function findLogs({ az, signal, resourceGroup, name }: Trial): Promise<string> {
  const args = ['monitor', 'log-analytics', 'workspace', 'list', '--resource-group', resourceGroup];
  const found = listSchema
    .parse(await az(args, { signal }))
    .find((one) => one.name === `log-${name}`);
  if (!found) throw new StepFailed(`There is no workspace log-${name} in ${resourceGroup}.`);
  return found.customerId;
}
