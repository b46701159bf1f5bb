import { describe, expect, it } from 'vitest';
import { findGroup, groupTag } from '../../../local/verify/azure/findGroup.ts';
import { leftovers, removeTrial } from '../../../local/verify/azure/removeTrial.ts';
import { aTrial } from '../../support/azure/aTrial.ts';
import { createAzureDouble } from '../../support/azure/azureDouble.ts';

/** Someone else's database. */
const database = '/subscriptions/6f0f/resourceGroups/rg-try/providers/Microsoft.Sql/servers/theirs';
const added =
  '/subscriptions/6f0f/resourceGroups/rg-try/providers/Microsoft.Web/sites/func-tryabcde';

function openGroup(tags: Record<string, string> = {}, resources: string[] = []) {
  const azure = createAzureDouble();
  azure.groups.set('rg-try', { tags, resources });
  return { azure, trial: aTrial({ az: azure.az }) };
}

describe('the resource group of a trial', () => {
  it('can be one that isn’t there yet', async () => {
    expect((await findGroup(aTrial(), false)).value).toEqual({ kind: 'missing' });
  });

  it('can be one that an earlier trial created, whatever is in it', async () => {
    const { trial } = openGroup({ [groupTag]: 'tryold' }, [added]);
    expect((await findGroup(trial, false)).value).toMatchObject({ kind: 'ours' });
  });

  it('can be an empty one of someone else’s', async () => {
    const { trial } = openGroup();
    expect((await findGroup(trial, false)).value).toMatchObject({ kind: 'foreign', before: [] });
  });

  it('can’t be someone else’s with resources in it', async () => {
    const { trial } = openGroup({ env: 'production' }, [database]);
    await expect(findGroup(trial, false)).rejects.toThrow(
      'rg-try has 1 resource that no trial created. Name a group that doesn’t exist yet, or add --into-existing',
    );
  });

  it('can be that nevertheless, if the person says so', async () => {
    const { trial } = openGroup({}, [database]);
    expect((await findGroup(trial, true)).value).toMatchObject({ before: [database] });
  });

  it('is looked at without changing anything', async () => {
    const { azure, trial } = openGroup({}, [database]);
    await findGroup(trial, true);
    expect(azure.calls.map(({ line }) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'group exists',
      'group show',
      'resource list',
    ]);
  });
});

describe('removing a trial', () => {
  const deployments = ['tryabcde'];

  it('deletes the group that it created', async () => {
    const { azure, trial } = openGroup({ [groupTag]: 'tryabcde' }, [added]);
    const { value } = await removeTrial(trial, { group: { kind: 'missing' }, deployments });
    expect(azure.groups.size).toBe(0);
    expect(value).toEqual([]);
  });

  it('deletes only what is new in a group of someone else’s, which stays', async () => {
    const { azure, trial } = openGroup({}, [database, added]);
    const group = {
      kind: 'foreign',
      location: 'westeurope',
      before: [database.toUpperCase()],
    } as const;
    await removeTrial(trial, { group, deployments });
    expect(azure.groups.get('rg-try')?.resources).toEqual([database]);
    expect(azure.calls.some(({ line }) => line.startsWith('group delete'))).toBe(false);
  });

  it('asks a deployment that might still run to stop first', async () => {
    const { azure, trial } = openGroup({ [groupTag]: 'tryabcde' });
    await removeTrial(trial, { group: { kind: 'missing' }, deployments });
    const lines = azure.calls.map(({ line }) => line);
    expect(lines.findIndex((line) => line.startsWith('deployment group cancel'))).toBeLessThan(
      lines.findIndex((line) => line.startsWith('group delete')),
    );
  });

  it('has nothing to do where the group was never created', async () => {
    const azure = createAzureDouble();
    const removal = { group: { kind: 'missing' }, deployments } as const;
    expect((await removeTrial(aTrial({ az: azure.az }), removal)).value).toEqual([]);
    expect(azure.calls).toHaveLength(1);
  });

  it('says how to purge a vault that it can’t purge', async () => {
    const { azure, trial } = openGroup({ [groupTag]: 'tryabcde' });
    await trial.az(['deployment', 'group', 'create', '--resource-group', 'rg-try', '--name', 'x'], {
      env: { BOT_NAME: 'tryabcde' },
    });
    azure.fail('keyvault purge', 'ERROR: (Forbidden) Caller is not authorized.');
    const { value } = await removeTrial(trial, { group: { kind: 'missing' }, deployments });
    expect(value).toEqual([
      {
        what: 'the deleted vault kv-tryabcde-abcdefgh; it costs nothing and is gone after 90 days',
        remove: 'az keyvault purge --name kv-tryabcde-abcdefgh --location westeurope',
      },
    ]);
  });

  it('names a command for all that stays', () => {
    const trial = aTrial();
    expect(leftovers(trial, { kind: 'missing' })[0]?.remove).toBe(
      'az group delete --name rg-try --yes',
    );
    const foreign = { kind: 'foreign', location: 'westeurope', before: [] } as const;
    expect(leftovers(trial, foreign)[0]?.remove).toMatch(/^az resource delete --ids .*tryabcde/);
  });
});
