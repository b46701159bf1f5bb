import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProblems } from './findProblems.ts';
import { forbiddenOnFlex } from './forbiddenOnFlex.ts';
import { parseBicep } from './readBicep.ts';
import { valueAt } from './template.ts';
import { infraDir, templateOf, templates } from './templates.ts';

const source = (path: string) => readFileSync(join(infraDir, path), 'utf8');

describe('the Bicep files', () => {
  it.each([...templates.keys()])('%s has no problem', (file) => {
    expect(findProblems(templateOf(file))).toEqual([]);
  });

  it('describe every output', () => {
    for (const { file, text } of templates.values()) {
      const outputs = text.match(/^output /gm)?.length ?? 0;
      const described = text.match(/^@description\(.*\)\noutput /gm)?.length ?? 0;
      expect({ file, described }).toEqual({ file, described: outputs });
    }
  });

  it('are all used: main.bicep composes every module', () => {
    const modules = [...templates.keys()].filter((file) => !file.startsWith('main.'));
    const used = [...source('main.bicep').matchAll(/'modules\/(\w+\.bicep)'/g)].map(([, f]) => f);
    expect(used.sort()).toEqual(modules.sort());
  });

  it('have every parameter that main.bicepparam sets', () => {
    const params = templateOf('main.bicep').params.map(({ name }) => name);
    const set = Object.keys(templateOf('main.bicepparam').variables);
    expect(params).toEqual(expect.arrayContaining(set));
    // Where a resource group is, and what it is tagged with, comes with the group and from azd.
    expect(params.filter((name) => !set.includes(name))).toEqual(['location', 'tags']);
  });

  it('start the app only once its roles are assigned', () => {
    expect(source('main.bicep')).toMatch(/module functionApp [\s\S]*?dependsOn: \[access\]/);
  });

  it('switch off both publishing passwords, by names that the compiler knows', () => {
    const policies = templateOf('functionApp.bicep').resources.filter(({ type }) =>
      type.endsWith('/basicPublishingCredentialsPolicies'),
    );
    expect(policies.map(({ body }) => body['name'])).toEqual(['scm', 'ftp']);
  });

  it('deploy the bot’s channels one after the other', () => {
    const channels = templateOf('bot.bicep').resources.filter(({ type }) =>
      type.endsWith('/channels'),
    );
    expect(channels.map(({ body }) => [body['name'], valueAt(body, 'dependsOn')])).toEqual([
      ['MsTeamsChannel', undefined],
      ['WebChatChannel', [{ expression: 'teams' }]],
      ['DirectLineChannel', [{ expression: 'webChat' }]],
    ]);
  });

  it('switch each channel of the bot on or off: one that is left out stays as it was', () => {
    const { text, resources } = templateOf('bot.bicep');
    expect(text).not.toMatch(/ = if \(/);
    const switches = resources
      .filter(({ type }) => type.endsWith('/channels'))
      .map(({ body }) => valueAt(body, 'properties.properties'))
      .map((own) => valueAt(own, 'isEnabled') ?? valueAt(own, 'sites.0.isEnabled'));
    expect(switches).toEqual(
      ['teams', 'webChat', 'directLine'].map((name) => ({ expression: `channels.${name}` })),
    );
  });

  it('create private endpoints one after the other: the storage account can’t take two at a time', () => {
    expect(source('modules/network.bicep')).toMatch(
      /^@batchSize\(1\)\nresource privateEndpoints /m,
    );
  });

  it('require the start of a budget, which can’t be changed later', () => {
    expect(source('main.bicep')).toMatch(
      /startDate: monthlyBudget > 0 && empty\(monthlyBudgetStart\)\s+\? fail\('.*MONTHLY_BUDGET_START/,
    );
    const [budget] = templateOf('budget.bicep').resources;
    expect(valueAt(budget?.body, 'properties.timePeriod.startDate')).toEqual({
      expression: 'startDate',
    });
  });

  it('never set purge protection to false, which the service refuses', () => {
    const vault = templateOf('vault.bicep').resources[0];
    expect(valueAt(vault?.body, 'properties.enablePurgeProtection')).toEqual({
      expression: 'purgeProtection ? true : null',
    });
  });
});

describe('the reader and the rules', () => {
  const problemsOf = (text: string) => findProblems(parseBicep(text, 'some.bicep'));

  it('name the line that is not Bicep', () => {
    const text = "param a string\nresource b 'c@1' = {\n  name: = 'd'\n}\n";
    expect(() => parseBicep(text, 'bad.bicep')).toThrow(/^bad\.bicep:3 is not Bicep/);
  });

  it('find a shared key that is allowed', () => {
    const text = source('modules/storage.bicep').replace(
      'allowSharedKeyAccess: false',
      'allowSharedKeyAccess: true',
    );
    expect(problemsOf(text)).toEqual([expect.stringContaining('allowSharedKeyAccess false')]);
  });

  it('find another version, another role and a missing principal type', () => {
    const text = source('modules/access.bicep')
      .replaceAll('roleAssignments@2022-04-01', 'roleAssignments@2020-04-01')
      .replace('3913510d-42f4-4e42-8a64-420c390055eb', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
      .replace("principalType: 'ServicePrincipal'", '');
    const problems = problemsOf(text).join('\n');
    expect(problems).toContain('roleAssignments@2020-04-01 is not in the table');
    expect(problems).toContain('8e3af657-a8ff-443c-a75c-2fe8c4bcb635 is not in the table');
    expect(problems).toContain('without principalType');
  });

  it.each(forbiddenOnFlex)('find %s', (name) => {
    const text = `var settings = { ${name}: 'x' }\n`;
    expect(problemsOf(text)).toEqual([expect.stringContaining(name)]);
  });

  it('find a value that depends on the day', () => {
    const text = "@description('d')\nparam start string = utcNow('yyyy-MM-01')\n";
    expect(problemsOf(text)).toEqual([expect.stringContaining('depend on the day')]);
  });

  it('find secrets that aren’t kept secret', () => {
    const text = `
@description('d')
param databricksToken string
@description('d')
@secure()
param secret string = 'abc'
output x string = secret
output key string = account.listKeys().keys[0].value
`;
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('databricksToken must be secure'),
      expect.stringContaining('secret must have no value'),
      expect.stringContaining('output x may hold a secret'),
      expect.stringContaining('keys must not be listed'),
    ]);
  });
});
