import * as z from 'zod/mini';
import type { Outcome } from '../steps.ts';
import type { Trial } from '../trial.ts';
import { type Deployment, deploymentArguments } from './deployment.ts';

const deployedSchema = z.object({
  properties: z.object({ outputs: z.record(z.string(), z.object({ value: z.unknown() })) }),
});

/** What a deployment says about itself. */
export type Outputs = (name: string) => string;

/** Deploys a template, and resolves with its outputs. */
export async function deploy(trial: Trial, deployment: Deployment): Promise<Outcome<Outputs>> {
  const args = ['deployment', 'group', 'create', ...deploymentArguments(trial, deployment)];
  const answer = await trial.az(args, { env: deployment.env, signal: trial.signal });
  const { outputs } = deployedSchema.parse(answer).properties;
  return { value: (name) => z.string().parse(outputs[name]?.value) };
}
