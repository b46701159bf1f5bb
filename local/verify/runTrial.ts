import { packageApp } from '../build/package.ts';
import { botDeployment } from './azure/botDeployment.ts';
import { checkReadiness } from './azure/checkReadiness.ts';
import { deploy } from './azure/deploy.ts';
import { directLineSecret } from './azure/directLineSecret.ts';
import { measureColdStart } from './azure/measureColdStart.ts';
import { publish } from './azure/publish.ts';
import { restartApp } from './azure/restartApp.ts';
import { waitForHealth } from './azure/waitForHealth.ts';
import { checkLogs } from './checkLogs.ts';
import { holdConversation } from './holdConversation.ts';
import { checkPage } from './page/checkPage.ts';
import { pageDeployment } from './page/pageDeployment.ts';
import type { Figure } from './report.ts';
import type { Steps } from './steps.ts';
import { openTalk } from './talk/directLine.ts';
import type { Trial, Workspace } from './trial.ts';

export interface TrialRun {
  trial: Trial;
  steps: Steps;
  /** Gets the times that were measured. */
  figures: Figure[];
  workspace: Workspace;
  /** The subscription's ID. */
  subscription: string;
}

/** Deploys the bot, talks to it and reads its logs. @throws StopError where it can't go on */
export async function runTrial(run: TrialRun): Promise<void> {
  const { trial, steps, figures, workspace, subscription } = run;
  const deployment = botDeployment(trial, workspace.settings);
  const outputs = await steps.need('Deploy the bot', () => deploy(trial, deployment));
  const app = outputs('functionAppName');
  const url = `https://${outputs('hostName')}`;
  await steps.need('Publish the bot', async () => {
    const { zip } = await packageApp({ outDir: trial.folder });
    return publish(trial, app, zip);
  });
  await steps.need('Health: 200', async () => {
    await waitForHealth(trial, `${url}/api/health`);
    return { value: undefined };
  });
  await steps.need('Ready: storage, credential, Genie', () => checkReadiness(trial, app, url));
  const coldStart = await steps.attempt('Cold start', () => measureColdStart(trial, app, url));
  if (coldStart !== undefined) figures.push({ name: 'cold start', ms: coldStart });

  const talk = await steps.need('Open a Direct Line conversation', async () => ({
    value: await openTalk(trial, await directLineSecret(trial, subscription, outputs('botName'))),
  }));
  const answered = await holdConversation(run, talk, () => restartApp(trial, app));
  await checkLogs(run, answered);
  const withPage = pageDeployment(deployment);
  const isOn = await steps.attempt('Switch the chat page on', () => deploy(trial, withPage));
  if (!isOn) return;
  await steps.attempt('The chat page lets in only those who sign in', () => checkPage(trial, url));
}
