import * as z from 'zod/mini';
import type { Trial } from '../trial.ts';

const keysSchema = z.object({ functionKeys: z.object({ default: z.string() }) });

/** The key that opens the app's functions with `authLevel: 'function'`. */
export async function functionKey(trial: Trial, app: string): Promise<string> {
  const { az, signal, resourceGroup, secrets } = trial;
  const named = ['--resource-group', resourceGroup, '--name', app];
  const keys = keysSchema.parse(await az(['functionapp', 'keys', 'list', ...named], { signal }));
  secrets.add(keys.functionKeys.default);
  return keys.functionKeys.default;
}
