import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBicep } from './findBicep.ts';
import { findProblems } from './findProblems.ts';
import { readArm } from './readArm.ts';
import { infraDir } from './templates.ts';

const bicep = findBicep();
if (!bicep) {
  process.stderr.write(
    'The templates are not compiled: there is no Bicep compiler (BICEP names one).\n',
  );
}

// A warning goes to stderr and leaves the exit code 0.
function compile(command: string, file: string, env = process.env) {
  const args = [command, join(infraDir, file), '--stdout'];
  const { status, stdout, stderr } = spawnSync(bicep ?? '', args, { encoding: 'utf8', env });
  return { status, stdout, diagnostics: stderr };
}

describe.skipIf(!bicep)('the Bicep compiler', { timeout: 120_000 }, () => {
  it('finds no error or warning in main.bicep, and makes ARM JSON without a problem', () => {
    const { status, stdout, diagnostics } = compile('build', 'main.bicep');
    expect({ status, diagnostics }).toEqual({ status: 0, diagnostics: '' });
    const templates = readArm(JSON.parse(stdout), 'main.json');
    expect(templates.length).toBeGreaterThanOrEqual(9);
    expect(templates.flatMap(findProblems)).toEqual([]);
  });

  it('needs nothing but the workspace’s address for main.bicepparam', () => {
    const env = { ...process.env, DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net' };
    const { status, diagnostics } = compile('build-params', 'main.bicepparam', env);
    expect({ status, diagnostics }).toEqual({ status: 0, diagnostics: '' });
  });
});

describe('the reader of ARM JSON', () => {
  const module = {
    parameters: {
      adminPassword: { type: 'string', metadata: { description: 'd' } },
      token: { type: 'securestring', metadata: { description: 'd' }, defaultValue: 'abc' },
    },
    resources: {
      account: {
        type: 'Microsoft.Storage/storageAccounts',
        apiVersion: '2019-06-01',
        properties: { allowSharedKeyAccess: true },
      },
      other: { existing: true, type: 'Some/type', apiVersion: '2000-01-01' },
    },
    outputs: { key: { value: "[listKeys('account', '2019-06-01').keys[0].value]" } },
  };
  const main = {
    resources: [
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2025-04-01',
        properties: { template: module },
      },
    ],
  };

  it('finds the problems of nested modules', () => {
    const problems = readArm(main, 'main.json').flatMap(findProblems);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringContaining('storageAccounts@2019-06-01'),
        expect.stringContaining('allowSharedKeyAccess false'),
        expect.stringContaining('adminPassword must be secure'),
        expect.stringContaining('token must have no value'),
        expect.stringContaining('keys must not be listed'),
      ]),
    );
  });

  it('leaves out resources that exist already', () => {
    const types = readArm(main, 'main.json').flatMap(({ resources }) =>
      resources.map(({ type }) => type),
    );
    expect(types).toEqual(['Microsoft.Storage/storageAccounts']);
  });
});
