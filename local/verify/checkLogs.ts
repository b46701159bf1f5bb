import { alertQueries, runAlertQuery } from './azure/runAlertQuery.ts';
import { waitForLogs } from './azure/waitForLogs.ts';
import type { TrialRun } from './runTrial.ts';

/**
 * Waits for the logs, and runs each alert's query once.
 *
 * @param questions how many have ended
 */
export async function checkLogs({ trial, steps }: TrialRun, questions: number): Promise<void> {
  const logs = await steps.attempt('The lines reach the logs', () => waitForLogs(trial, questions));
  if (logs === undefined) return;
  for (const name of alertQueries) {
    await steps.attempt(`Alert query ${name}`, () => runAlertQuery(trial, logs, name));
  }
}
