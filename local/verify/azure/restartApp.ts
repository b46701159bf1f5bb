import type { Trial } from '../trial.ts';

/** Ends all instances of a function app. */
export async function restartApp({ az, signal, resourceGroup }: Trial, app: string): Promise<void> {
  await az(['functionapp', 'restart', '--resource-group', resourceGroup, '--name', app], {
    signal,
  });
}
