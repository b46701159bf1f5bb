import { describe, expect, it } from 'vitest';
import { findProblems } from './findProblems.ts';
import { forbiddenOnFlex } from './forbiddenOnFlex.ts';
import { type ArmTemplate, readArm } from './readArm.ts';
import { compiled } from './templates.ts';

const problemsOf = (arm: ArmTemplate) => readArm(arm, 'some').flatMap(findProblems);

/** A module as it was compiled, with other words in it. */
function moduleWith(name: string, replacements: Record<string, string>): ArmTemplate {
  const text = Object.entries(replacements).reduce(
    (changed, [from, to]) => changed.replaceAll(from, to),
    JSON.stringify(compiled.resources[name]?.properties?.template),
  );
  return JSON.parse(text);
}

describe('the rules for templates', () => {
  it('find a shared key that is allowed', () => {
    const storage = moduleWith('storage', {
      '"allowSharedKeyAccess":false': '"allowSharedKeyAccess":true',
    });
    expect(problemsOf(storage)).toEqual([expect.stringContaining('allowSharedKeyAccess false')]);
  });

  it('find another version, another role and a missing principal type', () => {
    const access = moduleWith('access', {
      '"Microsoft.Authorization/roleAssignments","apiVersion":"2022-04-01"':
        '"Microsoft.Authorization/roleAssignments","apiVersion":"2020-04-01"',
      '3913510d-42f4-4e42-8a64-420c390055eb': '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
      '"principalType":"ServicePrincipal"': '"other":"ServicePrincipal"',
    });
    const problems = problemsOf(access).join('\n');
    expect(problems).toContain('roleAssignments@2020-04-01 is not in the table');
    expect(problems).toContain('8e3af657-a8ff-443c-a75c-2fe8c4bcb635 is not in the table');
    expect(problems).toContain('without principalType');
  });

  it.each(forbiddenOnFlex)('find %s', (name) => {
    const arm = { variables: { settings: { [name]: 'x' } } };
    expect(problemsOf(arm)).toEqual([expect.stringContaining(name)]);
  });

  it.each(["[utcNow('yyyy-MM-01')]", '[newGuid()]'])('find %s', (defaultValue) => {
    const start = { type: 'string', metadata: { description: 'd' }, defaultValue };
    expect(problemsOf({ parameters: { start } })).toEqual([
      expect.stringContaining('depend on the day'),
    ]);
  });

  it('find secrets that aren’t kept secret', () => {
    const metadata = { description: 'd' };
    const arm = {
      parameters: {
        databricksToken: { type: 'string', metadata },
        secret: { type: 'securestring', metadata, defaultValue: 'abc' },
      },
      outputs: {
        x: { value: "[parameters('secret')]", metadata },
        key: { value: "[listKeys('account', '2019-06-01').keys[0].value]", metadata },
      },
    };
    expect(problemsOf(arm)).toEqual([
      expect.stringContaining('databricksToken must be secure'),
      expect.stringContaining('secret must have no value'),
      expect.stringContaining('output x might hold a secret'),
      expect.stringContaining('keys must not be listed'),
    ]);
  });

  describe('about a key that goes into Key Vault', () => {
    const value = "[listChannelWithKeys('channel', '2022-09-15').setting.sites[0].key]";
    const secret = {
      type: 'Microsoft.KeyVault/vaults/secrets',
      apiVersion: '2025-05-01',
      properties: { value },
    };
    const listed = [expect.stringContaining('keys must not be listed')];

    it('find none', () => {
      expect(problemsOf({ resources: { secret } })).toEqual([]);
    });

    it.each([
      ['an output', { outputs: { x: { value, metadata: { description: 'd' } } } }],
      ['a variable', { variables: { x: value } }],
      ['the name of the secret', { resources: { secret: { ...secret, name: value } } }],
      [
        'a setting of the app',
        {
          resources: {
            secret,
            app: {
              type: 'Microsoft.Web/sites/config',
              apiVersion: '2025-03-01',
              properties: { KEY: value },
            },
          },
        },
      ],
    ])('find one where it goes into %s, too', (_where, more) => {
      expect(problemsOf({ resources: { secret }, ...more })).toEqual(listed);
    });
  });

  it('find what is not described', () => {
    const arm = { parameters: { a: { type: 'string' } }, outputs: { b: { value: 1 } } };
    expect(problemsOf(arm)).toEqual([
      expect.stringContaining('parameter a has no description'),
      expect.stringContaining('output b has no description'),
    ]);
  });
});

describe('the reader of ARM JSON', () => {
  const module: ArmTemplate = {
    parameters: { adminPassword: { type: 'string', metadata: { description: 'd' } } },
    resources: {
      account: {
        type: 'Microsoft.Storage/storageAccounts',
        apiVersion: '2019-06-01',
        properties: { allowSharedKeyAccess: true },
      },
      other: { existing: true, type: 'Some/type', apiVersion: '2000-01-01' },
    },
  };
  const main: ArmTemplate = {
    resources: {
      storage: {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2025-04-01',
        properties: { template: module },
      },
    },
  };

  it('finds the problems of nested modules, and names them', () => {
    expect(problemsOf(main)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^storage: .*storageAccounts@2019-06-01/),
        expect.stringMatching(/^storage: .*allowSharedKeyAccess false/),
        expect.stringMatching(/^storage: .*adminPassword must be secure/),
      ]),
    );
  });

  it('leaves out resources that exist already', () => {
    const types = readArm(main, 'main').flatMap(({ resources }) =>
      resources.map(({ type }) => type),
    );
    expect(types).toEqual(['Microsoft.Storage/storageAccounts']);
  });
});
