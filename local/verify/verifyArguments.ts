import { parseArgs } from 'node:util';
import { UsageError } from '../cli/runCli.ts';

const usage = `Usage: npm run verify:azure -- --resource-group rg-try [options]

Deploys the bot to Azure, talks to it, restarts it in the middle of a question, reads its logs, prints what it saw,
and removes everything again. Sign in first: az login.

  --location westeurope   where a new resource group is created
  --keep                  leaves everything in place
  --into-existing         accepts a group with other resources; only what the trial adds is removed
  --yes                   doesn’t ask before it starts
  --question "…"          what to ask your own workspace (DATABRICKS_HOST, DATABRICKS_TOKEN); its answer needs a table
  --follow-up "…"         what to ask next
  --slow-question "…"     what to ask before the restart: it should take Genie at least ten seconds

Without DATABRICKS_HOST, the demo workspace is deployed too, as a second function app behind a random token.
`;

export interface VerifyArguments {
  resourceGroup: string;
  location: string;
  keep: boolean;
  intoExisting: boolean;
  yes: boolean;
  question: string | undefined;
  followUp: string | undefined;
  slowQuestion: string | undefined;
}

/** @throws UsageError for anything it doesn't know */
export function readVerifyArguments(args: readonly string[]): VerifyArguments {
  const values = parse(args);
  const resourceGroup = values['resource-group'] ?? '';
  // Azure's own rule, and nothing that could be taken for an option.
  if (!/^[\w(][\w.()-]{0,88}[\w()-]$/.test(resourceGroup)) {
    throw new UsageError(
      resourceGroup ? `${resourceGroup} isn’t a name for a resource group.` : usage,
    );
  }
  if (!/^[a-z0-9]+$/.test(values.location)) {
    throw new UsageError(`${values.location} isn’t a region. They look like westeurope.`);
  }
  return {
    resourceGroup,
    location: values.location,
    keep: values.keep,
    intoExisting: values['into-existing'],
    yes: values.yes,
    question: values.question?.trim() || undefined,
    followUp: values['follow-up']?.trim() || undefined,
    slowQuestion: values['slow-question']?.trim() || undefined,
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'resource-group': { type: 'string', short: 'g' },
        location: { type: 'string', default: 'westeurope' },
        keep: { type: 'boolean', default: false },
        'into-existing': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        question: { type: 'string' },
        'follow-up': { type: 'string' },
        'slow-question': { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
