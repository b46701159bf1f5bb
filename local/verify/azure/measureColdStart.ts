import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { restartApp } from './restartApp.ts';
import { waitForHealth } from './waitForHealth.ts';

/** How long the first request after a restart waits for its 200: a new instance has to load the package. */
export async function measureColdStart(
  trial: Trial,
  app: string,
  hostUrl: string,
): Promise<Outcome<number>> {
  await restartApp(trial, app);
  const startedAt = trial.clock.now();
  await waitForHealth(trial, `${hostUrl}/api/health`);
  return { value: trial.clock.now() - startedAt };
}
