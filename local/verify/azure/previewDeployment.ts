import * as z from 'zod/mini';
import { StepFailed } from '../stepFailed.ts';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { type Deployment, deploymentArguments } from './deployment.ts';

const whatIfSchema = z.object({
  changes: z.array(z.object({ changeType: z.string(), resourceId: z.string() })),
});

/** Asks Azure what the deployment would change. In a group for it alone that is: create, and nothing else. */
export async function previewDeployment(
  trial: Trial,
  deployment: Deployment,
): Promise<Outcome<undefined>> {
  const args = ['deployment', 'group', 'what-if', ...deploymentArguments(trial, deployment)];
  const { env } = deployment;
  const answer = await trial.az([...args, '--no-pretty-print'], { env, signal: trial.signal });
  const { changes } = whatIfSchema.parse(answer);
  const counts = Map.groupBy(changes, ({ changeType }) => changeType);
  const deleted = counts.get('Delete') ?? [];
  if (deleted.length > 0) {
    throw new StepFailed(`The deployment would delete ${deleted[0]?.resourceId}.`);
  }
  const note = [...counts].map(([type, { length }]) => `${length} ${type}`).join(', ');
  return { value: undefined, note };
}
