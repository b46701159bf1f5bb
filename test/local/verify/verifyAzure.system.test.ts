import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Report, saveReport, showReport } from '../../../local/verify/report.ts';
import { readVerifyArguments } from '../../../local/verify/verifyArguments.ts';
import { verifyAzure } from '../../../local/verify/verifyAzure.ts';
import { directLineKey, theFunctionKey } from '../../support/azure/azureDouble.ts';
import { type AzureOnLoopback, openAzureOnLoopback } from '../../support/azure/azureOnLoopback.ts';
import { hasty } from '../../support/openInProcess.ts';

describe('a trial in Azure', () => {
  let cloud: AzureOnLoopback;
  let report: Report;
  const said: string[] = [];

  beforeAll(async () => {
    cloud = await openAzureOnLoopback();
    report = await verifyAzure({
      args: readVerifyArguments(['--resource-group', 'rg-try', '--yes']),
      env: {},
      az: cloud.azure.az,
      fetch: cloud.fetch,
      clock: hasty,
      signal: new AbortController().signal,
      folder: cloud.folder,
      say: (line) => said.push(line),
      confirm: () => Promise.reject(new Error('Nobody was to be asked.')),
    });
    if (process.env['SHOW_TRIAL']) console.log(`${said.join('\n')}\n\n${showReport(report)}`);
  }, 180_000);
  afterAll(() => cloud.close());

  it('talks to the bot by Direct Line, and all steps pass', () => {
    expect(report.steps.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.passed).toBe(true);
    expect(report.steps.map(({ name }) => name)).toEqual([
      'You are signed in',
      'Resource group rg-try',
      'Create the resource group',
      'What-if',
      'Deploy the demo workspace',
      'Publish the demo workspace',
      'The demo workspace answers, and only with its token',
      'Deploy the bot',
      'Publish the bot',
      'Health: 200',
      'Ready: storage, credential, Genie',
      'Cold start',
      'Open a Direct Line conversation',
      'Ask “Revenue by region”',
      'The answer shows a table',
      'A thumb reaches Genie',
      'Download as xlsx',
      'Download as csv',
      'Follow up “Only Europe”',
      'Restart in the middle of “Revenue by country”',
      'The lines reach the logs',
      'Alert query failedPage',
      'Alert query genieTrouble',
      'Alert query logCap',
      'Alert query noAnswers',
      'Alert query poison',
      'Alert query refusedPage',
      'Alert query rejectedCallers',
      'Alert query slowAnswers',
      'Switch the chat page on',
      'The chat page lets in only those who sign in',
      'Remove everything',
    ]);
  });

  it('ends instances in the middle of a question, which is asked once and answered once', () => {
    expect(cloud.restarts()).toBe(2);
    expect(report.steps.find(({ name }) => name.startsWith('Restart'))?.note).toMatch(
      /^asked once, answered once/,
    );
  });

  it('measures the cold start, the acknowledgements and the answers', () => {
    expect(report.figures.map(({ name }) => name)).toEqual([
      'cold start',
      'first question accepted',
      'first question answered',
      'follow-up accepted',
      'follow-up answered',
      'answered across a restart',
    ]);
    expect(report.figures.every(({ ms }) => ms > 0)).toBe(true);
  });

  it('removes the group and purges the vault at the end', () => {
    expect(cloud.azure.groups.size).toBe(0);
    const [last, before] = cloud.azure.calls.toReversed();
    expect(last?.line).toMatch(
      /^keyvault purge --name kv-try\w{5}-abcdefgh --location westeurope$/,
    );
    expect(before?.line).toBe('group delete --name rg-try --yes');
    expect(report.left).toEqual([]);
  });

  it('has no secret on a command line, in what it says or in the report', async () => {
    const token = cloud.azure.calls.flatMap(({ env }) => env['WORKSPACE_TOKEN'] ?? [])[0] ?? '';
    expect(token).toMatch(/^demo-[0-9a-f]{48}$/);
    const file = await readFile(await saveReport(report, cloud.folder), 'utf8');
    const lines = cloud.azure.calls.map(({ line }) => line);
    const seen = [...said, ...lines, file, showReport(report)].join('\n');
    for (const secret of [token, directLineKey, theFunctionKey]) expect(seen).not.toContain(secret);
  });
});
