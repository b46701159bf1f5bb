import type { Env } from '../../../src/config/settings.ts';
import type { Trial } from '../trial.ts';

/** A deployment of one of our templates. */
export interface Deployment {
  name: string;
  /** Path of the parameters, which name the template. They read the environment. */
  parameters: string;
  env: Env;
}

export function deploymentArguments(
  { resourceGroup }: Trial,
  { name, parameters }: Deployment,
): string[] {
  return ['--resource-group', resourceGroup, '--name', name, '--parameters', parameters];
}
