import * as z from 'zod/mini';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { functionKey } from './functionKey.ts';
import { waitForHealth } from './waitForHealth.ts';

const readySchema = z.object({ checks: z.record(z.string(), z.object({ ms: z.number() })) });

/** Everything an answer needs can be reached, by the bot's own report. */
export async function checkReadiness(
  trial: Trial,
  app: string,
  hostUrl: string,
): Promise<Outcome<undefined>> {
  const headers = { 'x-functions-key': await functionKey(trial, app) };
  const body = await waitForHealth(trial, `${hostUrl}/api/health/ready`, { headers });
  const { checks } = readySchema.parse(body);
  const note = Object.entries(checks).map(([part, { ms }]) => `${part} ${ms} ms`);
  return { value: undefined, note: note.join(', ') };
}
