import { isHosted } from './botIdentity.ts';
import type { Settings } from './settings.ts';

/** A batch of Azure's host has at most so many messages. */
const most = 32;

/**
 * Reads how many questions an instance works on at the same time. Azure's host reads that from host.json and never
 * sees the environment, so there the setting would change nothing.
 */
export function readWorkers(settings: Settings): number | undefined {
  if (settings.text('WORKER_THREADS') === undefined) return undefined;
  if (isHosted(settings)) {
    settings.problem(
      'WORKER_THREADS must not be set in Azure: there host.json says how many questions are worked on, as batchSize and newBatchThreshold',
    );
    return undefined;
  }
  return settings.number('WORKER_THREADS', most, { min: 1, max: most, whole: true });
}
