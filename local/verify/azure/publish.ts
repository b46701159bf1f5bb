import { AzError } from '../az/az.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';

const attempts = 5;
const pauseMs = 30_000;

/** A new app's deployment endpoint isn't up at once, and its roles on the storage take some minutes to work. */
const passing =
  /\b(?:403|404|408|409|429|50[0-4])\b|gateway|timed? ?out|temporar|unavailable|connection|reset by peer|AuthorizationFailure|AuthorizationPermissionMismatch/i;

/** Uploads a package to a function app. */
export async function publish(trial: Trial, app: string, zip: string): Promise<Outcome<undefined>> {
  const { az, clock, signal, resourceGroup } = trial;
  const source = ['functionapp', 'deployment', 'source', 'config-zip', '--src', zip];
  for (let attempt = 1; ; attempt += 1) {
    try {
      await az([...source, '--resource-group', resourceGroup, '--name', app], { signal });
      return { value: undefined, ...(attempt > 1 && { note: `at attempt ${attempt}` }) };
    } catch (error) {
      if (!(error instanceof AzError && passing.test(error.message)) || attempt >= attempts)
        throw error;
      await clock.sleep(pauseMs, signal);
    }
  }
}
