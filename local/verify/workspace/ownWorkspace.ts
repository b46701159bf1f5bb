import type { Env } from '../../../src/config/settings.ts';
import { UsageError } from '../../cli/runCli.ts';
import type { Workspace } from '../trial.ts';
import type { VerifyArguments } from '../verifyArguments.ts';

/**
 * The workspace that the environment names; `undefined` where it names none.
 *
 * @throws UsageError where it can't be used in a trial
 */
export function ownWorkspace(
  env: Env,
  { question, followUp, slowQuestion }: VerifyArguments,
): Workspace | undefined {
  const { DATABRICKS_HOST, DATABRICKS_TOKEN, DATABRICKS_SECRET } = env;
  if (!DATABRICKS_HOST) return undefined;
  const { DATABRICKS_AUTH_TYPE = 'pat' } = env;
  if (DATABRICKS_AUTH_TYPE === 'azure-msi') {
    throw new UsageError(
      'With azure-msi, the bot’s identity needs access to your workspace first, and a trial makes a new one. Use DATABRICKS_AUTH_TYPE=pat or oauth-m2m.',
    );
  }
  const secret = DATABRICKS_SECRET || DATABRICKS_TOKEN || env['DATABRICKS_CLIENT_SECRET'];
  if (!secret) {
    throw new UsageError(
      'DATABRICKS_HOST is set, but not DATABRICKS_TOKEN. Set it too, or unset DATABRICKS_HOST to use the demo workspace.',
    );
  }
  if (!question) {
    throw new UsageError(
      'Name a question that your space answers with a table: --question "Revenue by region". A trial can’t know your data.',
    );
  }
  return {
    settings: { DATABRICKS_HOST, DATABRICKS_AUTH_TYPE, DATABRICKS_SECRET: secret },
    question,
    followUp: followUp ?? 'Show only the first three of them',
    slowQuestion: slowQuestion ?? question,
  };
}
