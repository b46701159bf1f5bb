import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AzError } from '../../../local/verify/az/az.ts';
import { type Report, showReport } from '../../../local/verify/report.ts';
import { readVerifyArguments } from '../../../local/verify/verifyArguments.ts';
import { type VerifyOptions, verifyAzure } from '../../../local/verify/verifyAzure.ts';
import { aTrial } from '../../support/azure/aTrial.ts';
import { type AzureDouble, createAzureDouble } from '../../support/azure/azureDouble.ts';

const quota = JSON.stringify({
  status: 'Failed',
  error: {
    code: 'DeploymentFailed',
    message: 'At least one resource deployment operation failed.',
    details: [{ code: 'SubscriptionIsOverQuotaForSku', message: 'Quota of 0 instances.' }],
  },
});

describe('a trial that fails', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verify-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function attempt(
    azure: AzureDouble,
    { args = [], ...overrides }: Partial<Omit<VerifyOptions, 'args'>> & { args?: string[] } = {},
  ): Promise<{ report: Report; said: string[]; last: string }> {
    const said: string[] = [];
    const { clock, fetch, signal } = aTrial();
    const report = await verifyAzure({
      args: readVerifyArguments(['--resource-group', 'rg-try', ...args]),
      env: {},
      az: azure.az,
      fetch,
      clock,
      signal,
      folder,
      say: (line) => said.push(line),
      confirm: async () => true,
      ...overrides,
    });
    return { report, said, last: report.steps.findLast(({ passed }) => !passed)?.note ?? '' };
  }

  it('changes nothing where az isn’t there', async () => {
    const azure = createAzureDouble();
    const az = () => Promise.reject(new AzError('The Azure CLI (az) isn’t installed.', 'missing'));
    const { report, last } = await attempt(azure, { az });
    expect(last).toBe('The Azure CLI (az) isn’t installed.');
    expect(report).toMatchObject({ passed: false, left: [] });
  });

  it('changes nothing where the person isn’t signed in', async () => {
    const azure = createAzureDouble();
    azure.fail('account show', "ERROR: Please run 'az login' to setup account.");
    const { report, last } = await attempt(azure);
    expect(last).toBe('You aren’t signed in to Azure. Run az login, then try again.');
    expect(azure.calls.map(({ line }) => line)).toEqual(['account show']);
    expect(report.passed).toBe(false);
  });

  it('changes nothing in a group of someone else’s', async () => {
    const azure = createAzureDouble();
    azure.groups.set('rg-try', { tags: {}, resources: ['/subscriptions/6f0f/theirs'] });
    const { last } = await attempt(azure);
    expect(last).toContain('rg-try has 1 resource that no trial created.');
    expect(azure.groups.get('rg-try')?.resources).toHaveLength(1);
    expect(azure.calls.some(({ line }) => /create|delete/.test(line))).toBe(false);
  });

  it('changes nothing where the person says no to what it costs', async () => {
    const azure = createAzureDouble();
    let before: readonly string[] = [];
    const { report, said } = await attempt(azure, {
      confirm: async () => {
        before = azure.calls.map(({ line }) => line);
        return false;
      },
    });
    expect(said.join('\n')).toContain('should cost less than USD 1.');
    expect(before).toEqual(['account show', 'group exists --name rg-try']);
    expect(azure.calls).toHaveLength(2);
    expect(report).toMatchObject({ passed: false, left: [] });
  });

  it.each([
    [
      'deployment group what-if',
      'What-if',
      'ERROR: (AuthorizationFailed) No access.',
      'You need the roles',
    ],
    [
      'deployment group create',
      'Deploy the demo workspace',
      `ERROR: ${quota}`,
      'Quota of 0 instances.',
    ],
    [
      'functionapp deployment source',
      'Publish the demo workspace',
      'ERROR: No such file',
      'No such file',
    ],
    [
      'group create',
      'Create the resource group',
      'ERROR: (RequestDisallowedByPolicy) No.',
      'A policy',
    ],
  ])('says why and removes everything after %s', async (command, step, stderr, words) => {
    const azure = createAzureDouble();
    azure.fail(command, stderr);
    const { report, last } = await attempt(azure);
    expect(report.steps.find(({ passed }) => !passed)?.name).toBe(step);
    expect(last).toContain(words);
    expect(azure.groups.size).toBe(0);
    expect(report).toMatchObject({ passed: false, left: [] });
  });

  it('says what is left where it can’t be removed', async () => {
    const azure = createAzureDouble();
    azure.fail('deployment group create', `ERROR: ${quota}`);
    azure.fail(
      'group delete',
      'ERROR: (ScopeLocked) The scope cannot be deleted because it is locked.',
    );
    const { report } = await attempt(azure);
    expect(report.left).toEqual([
      {
        what: 'the resource group rg-try with all that is in it',
        remove: 'az group delete --name rg-try --yes',
      },
    ]);
    expect(showReport(report)).toContain('az group delete --name rg-try --yes');
  });

  it('leaves everything with --keep, and says how to remove it', async () => {
    const azure = createAzureDouble();
    azure.fail('deployment group create', `ERROR: ${quota}`);
    const { report, said } = await attempt(azure, { args: ['--keep'] });
    expect(azure.groups.size).toBe(1);
    expect(report.left[0]?.remove).toBe('az group delete --name rg-try --yes');
    expect(said.join('\n')).toContain('Everything stays');
  });

  it('is stopped by Ctrl-C in the middle of a deployment, which it cancels before it removes everything', async () => {
    const stop = new AbortController();
    const azure = createAzureDouble({
      deploy: ({ signal }) => {
        stop.abort(new DOMException('Ctrl-C', 'AbortError'));
        return Promise.reject(signal?.reason);
      },
    });
    const { report, last } = await attempt(azure, { signal: stop.signal });
    expect(last).toBe('You stopped it.');
    expect(azure.groups.size).toBe(0);
    expect(azure.calls.some(({ line }) => line.startsWith('deployment group cancel'))).toBe(true);
    expect(report).toMatchObject({ passed: false, left: [] });
  });

  it('tells Azure’s other clouds apart', async () => {
    const azure = createAzureDouble();
    const az: typeof azure.az = async (args, options) => ({
      ...((await azure.az(args, options)) as object),
      environmentName: 'AzureChinaCloud',
    });
    const { last } = await attempt(azure, { az });
    expect(last).toBe('This works in Azure’s public cloud only, not in AzureChinaCloud.');
  });

  it('gives the demo workspace a new token each time, in the environment alone', async () => {
    const tokens = new Set<string>();
    for (let run = 0; run < 2; run += 1) {
      const azure = createAzureDouble();
      azure.fail('functionapp deployment source', 'ERROR: No such file');
      await attempt(azure);
      const created = azure.calls.find(({ env }) => env['WORKSPACE_TOKEN']);
      tokens.add(created?.env['WORKSPACE_TOKEN'] ?? '');
      expect(created?.line).not.toContain('demo-');
    }
    expect(tokens.size).toBe(2);
  });
});
