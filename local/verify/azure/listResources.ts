import * as z from 'zod/mini';
import type { Trial } from '../trial.ts';

const listSchema = z.array(z.object({ id: z.string() }));

/** The IDs of everything in the resource group. */
export async function listResources({ az, resourceGroup }: Trial): Promise<string[]> {
  const listed = await az(['resource', 'list', '--resource-group', resourceGroup]);
  return listSchema.parse(listed ?? []).map(({ id }) => id);
}
