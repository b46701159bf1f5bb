import type { Clock } from '../../src/common/clock.ts';
import { version } from '../../src/common/version.ts';
import type { Env } from '../../src/config/settings.ts';
import type { Az } from './az/az.ts';
import { botDeployment } from './azure/botDeployment.ts';
import { createGroup } from './azure/createGroup.ts';
import { findGroup, type Group } from './azure/findGroup.ts';
import { previewDeployment } from './azure/previewDeployment.ts';
import { type Leftover, leftovers, removeTrial } from './azure/removeTrial.ts';
import { type Account, signedIn } from './azure/signedIn.ts';
import { costs } from './costs.ts';
import { hideSecrets } from './hideSecrets.ts';
import { openTrial } from './openTrial.ts';
import type { Figure, Report } from './report.ts';
import { runTrial } from './runTrial.ts';
import { createSteps, type Steps, StopError } from './steps.ts';
import type { Trial, Workspace } from './trial.ts';
import type { VerifyArguments } from './verifyArguments.ts';
import { deployWorkspace, workspaceDeployment } from './workspace/deployWorkspace.ts';
import { ownWorkspace } from './workspace/ownWorkspace.ts';

export interface VerifyOptions {
  args: VerifyArguments;
  env: Env;
  az: Az;
  fetch: typeof fetch;
  clock: Clock;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Where local files go. */
  folder: string;
  /** Gets each line for the person. */
  say(line: string): void;
  /** Asks the person whether to go on. */
  confirm(): Promise<boolean>;
}

/**
 * One trial in Azure: deploys, talks, reads the logs, and removes everything again. Resolves with what it has shown.
 *
 * @throws UsageError for settings that can't be tried
 */
export async function verifyAzure(options: VerifyOptions): Promise<Report> {
  const { args, clock, signal } = options;
  const own = ownWorkspace(options.env, args);
  const trial = openTrial({ ...options, resourceGroup: args.resourceGroup });
  if (own) trial.secrets.add(own.settings['DATABRICKS_SECRET'] ?? '');
  const say = (line: string) => options.say(hideSecrets(line, trial.secrets));
  const steps = createSteps({ clock, say, signal });
  const figures: Figure[] = [];
  const startedAt = new Date(clock.now()).toISOString();

  const begun = await stopping(begin(trial, steps, { ...options, own, say }));
  if (begun) await stopping(carryOut(trial, steps, { args, figures, own, ...begun }));
  const ending = createSteps({ clock, say, signal: new AbortController().signal });
  const left = begun ? await end(trial, ending, begun.group, args.keep) : [];

  const results = [...steps.results, ...ending.results];
  const report: Report = {
    version,
    trial: trial.name,
    startedAt,
    resourceGroup: trial.resourceGroup,
    workspace: own ? 'own' : 'demo',
    passed: begun !== undefined && !signal.aborted && results.every(({ passed }) => passed),
    steps: results,
    figures,
    left,
  };
  return JSON.parse(hideSecrets(JSON.stringify(report), trial.secrets));
}

interface Begun {
  account: Account;
  group: Group;
}

type Beginning = Pick<VerifyOptions, 'args' | 'confirm' | 'say'> & { own: Workspace | undefined };

/** Looks around, says what it will cost, and asks. Changes nothing. */
async function begin(
  trial: Trial,
  steps: Steps,
  { args, own, say, confirm }: Beginning,
): Promise<Begun> {
  const { resourceGroup } = trial;
  const account = await steps.need('You are signed in', () => signedIn(trial));
  const group = await steps.need(`Resource group ${resourceGroup}`, () =>
    findGroup(trial, args.intoExisting),
  );
  const { keep } = args;
  say(costs({ subscription: account.name, resourceGroup, withDemo: own === undefined, keep }));
  if (!args.yes && !(await confirm())) throw new StopError();
  return { account, group };
}

type Work = Begun & Pick<VerifyOptions, 'args'> & { own: Workspace | undefined; figures: Figure[] };

async function carryOut(trial: Trial, steps: Steps, work: Work): Promise<void> {
  const { account, group, own, figures, args } = work;
  if (group.kind === 'missing') {
    await steps.need('Create the resource group', () => createGroup(trial, args.location));
  }
  // The demo workspace has no address yet, and where Genie is makes no difference to what would be created.
  const preview = botDeployment(
    trial,
    own?.settings ?? { DATABRICKS_HOST: 'https://demo.invalid' },
  );
  await steps.need('What-if', () => previewDeployment(trial, preview));
  const workspace = own ?? (await deployWorkspace(trial, steps));
  await runTrial({ trial, steps, figures, workspace, subscription: account.id });
}

async function end(trial: Trial, steps: Steps, group: Group, keep: boolean): Promise<Leftover[]> {
  if (keep) return leftovers(trial, group);
  const deployments = [workspaceDeployment(trial), trial.name];
  const removed = await steps.attempt('Remove everything', () =>
    removeTrial(trial, { group, deployments }),
  );
  return removed ?? leftovers(trial, group);
}

/** `undefined` where a step has failed that later ones need: that has been said. */
async function stopping<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StopError) return undefined;
    throw error;
  }
}
