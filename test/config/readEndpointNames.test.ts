import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { readEndpointNames } from '../../src/config/readEndpointNames.ts';
import { readSettings } from '../../src/config/settings.ts';

function read(value: string) {
  const settings = readSettings({ SERVING_ENDPOINT_NAME: value });
  return { names: readEndpointNames(settings), problems: settings.problems };
}

const minimal = {
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
  DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
  DATABRICKS_TOKEN: 'token',
};

describe('the serving endpoints in the settings', () => {
  it.each([
    ['', []],
    [' ; ', []],
    ['agent', ['agent']],
    ['sales-agent; databricks-gpt_5', ['sales-agent', 'databricks-gpt_5']],
    ['apps/my-agent', ['apps/my-agent']],
    ['a;b;a;apps/a', ['a', 'b', 'apps/a']],
    ['a,b\nc', ['a', 'b', 'c']],
  ])('are read from %j, each once', (value, names) => {
    expect(read(value)).toEqual({ names, problems: [] });
  });

  it.each([
    'https://adb-1.2.azuredatabricks.net/serving-endpoints/a/invocations',
    'a/b',
    'apps/',
    'apps/a/b',
    '../a',
    'a%20b',
    'a.b',
    'ä',
    'a'.repeat(101),
  ])('are refused, and named, if there is %j among them', (bad) => {
    const { names, problems } = read(`good;${bad}`);
    expect(names).toEqual(['good']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^SERVING_ENDPOINT_NAME must hold names/);
    expect(problems[0]).toContain(bad);
    expect(problems[0]).not.toContain('good,');
  });

  it.each(['none', 'NONE', ' none '])('are all there is with DATABRICKS_SPACE_ID=%j', (none) => {
    const env = { ...minimal, DATABRICKS_SPACE_ID: none, SERVING_ENDPOINT_NAME: 'agent' };
    expect(loadConfig(env).questions).toMatchObject({
      spaceIds: [],
      asksGenie: false,
      endpoints: ['agent'],
    });
  });

  it('are beside Genie without that', () => {
    const env = { ...minimal, SERVING_ENDPOINT_NAME: 'agent' };
    expect(loadConfig(env).questions).toMatchObject({ asksGenie: true, endpoints: ['agent'] });
    expect(loadConfig(minimal).questions).toMatchObject({ asksGenie: true, endpoints: [] });
  });

  it.each(['DATABRICKS_SPACE_ID', 'GENIE_SPACE_ID'])(
    'must be there if %s is none, and it is named',
    (name) => {
      expect(() => loadConfig({ ...minimal, [name]: 'none' })).toThrow(
        new RegExp(`${name} is none.*SERVING_ENDPOINT_NAME`),
      );
    },
  );

  it('can’t be had by a none among IDs of spaces', () => {
    const env = { ...minimal, SERVING_ENDPOINT_NAME: 'agent', DATABRICKS_SPACE_ID: 'none;01f0' };
    expect(() => loadConfig(env)).toThrow(/DATABRICKS_SPACE_ID must hold the IDs/);
  });
});
