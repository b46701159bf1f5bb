import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';

const person = {
  DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
  GENIE_IDENTITY: 'person',
};
const registered = {
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: '0c1f6a52-8f0b-4c55-8a2e-1d1f5b3c7e90',
  MicrosoftAppTenantId: '7b1e4f04-4f3e-4e5c-9f0a-5a2c3d7e9b11',
};
const local = { BOT_TOKEN_SERVICE_URL: 'http://127.0.0.1:3979' };

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
  return [];
}

describe('asking as each person', () => {
  it('is off by default', () => {
    const { GENIE_IDENTITY: _off, ...bot } = person;
    expect(loadConfig({ ...bot, DATABRICKS_TOKEN: 'dapi' })).toMatchObject({
      signIn: undefined,
      bot: { channelAnswers: 'open' },
      questions: { prependUserEmail: true },
    });
  });

  it('needs no token of the bot, answers privately and sends no addresses', () => {
    expect(loadConfig({ ...person, ...registered })).toMatchObject({
      signIn: {
        connectionName: 'databricks',
        tokenServiceUrl: 'https://api.botframework.com',
        federation: false,
      },
      genie: { auth: { kind: 'none' } },
      bot: { channelAnswers: 'private' },
      questions: { prependUserEmail: false },
    });
  });

  it('has other values for all of these', () => {
    const config = loadConfig({
      ...person,
      ...registered,
      OAUTH_CONNECTION_NAME: 'Genie prod',
      DATABRICKS_TOKEN_EXCHANGE: 'federation',
      CHANNEL_ANSWERS: 'open',
      PREPEND_USER_EMAIL: 'true',
      DATABRICKS_TOKEN: 'dapi',
    });
    expect(config).toMatchObject({
      signIn: { connectionName: 'Genie prod', federation: true },
      bot: { channelAnswers: 'open' },
      questions: { prependUserEmail: true },
      genie: { auth: { kind: 'static' } },
    });
  });

  it.each([
    ['http://127.0.0.1:3979', 'http://127.0.0.1:3979'],
    ['http://localhost:3979/', 'http://localhost:3979'],
    ['http://[::1]:3979', 'http://[::1]:3979'],
    ['https://localhost', 'https://localhost'],
  ])('takes the local token service %s', (BOT_TOKEN_SERVICE_URL, url) => {
    const { signIn } = loadConfig({ ...person, BOT_TOKEN_SERVICE_URL });
    expect(signIn?.tokenServiceUrl).toBe(url);
  });

  it.each([
    ['GENIE_IDENTITY', 'persons'],
    ['GENIE_IDENTITY', 'true'],
    ['OAUTH_CONNECTION_NAME', 'a/b'],
    ['OAUTH_CONNECTION_NAME', 'a&connectionName=b'],
    ['OAUTH_CONNECTION_NAME', 'x'.repeat(101)],
    ['DATABRICKS_TOKEN_EXCHANGE', 'rfc8693'],
    ['DATABRICKS_TOKEN_EXCHANGE', 'true'],
    ['CHANNEL_ANSWERS', 'public'],
  ])('is refused with %s=%s, which is named', (name, value) => {
    const problems = problemsOf({
      ...person,
      ...registered,
      DATABRICKS_TOKEN: 'dapi',
      [name]: value,
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it.each([
    'https://api.botframework.com',
    'http://10.0.0.5:3979',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1@evil.example',
    'http://ada:secret@127.0.0.1:3979',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    '127.0.0.1:3979',
    'http://0.0.0.0:3979',
    'nonsense',
  ])(
    'refuses the token service %s, in either mode, without quoting it',
    (BOT_TOKEN_SERVICE_URL) => {
      for (const GENIE_IDENTITY of ['person', 'bot']) {
        const env = { ...person, GENIE_IDENTITY, DATABRICKS_TOKEN: 'dapi', BOT_TOKEN_SERVICE_URL };
        const problems = problemsOf({ ...env, ...registered });
        expect(problems).toHaveLength(1);
        expect(problems[0]).toMatch(/BOT_TOKEN_SERVICE_URL must be an address of this machine/);
        expect(problems[0]).not.toContain('secret');
      }
    },
  );

  it.each([
    'WEBSITE_INSTANCE_ID',
    'WEBSITE_SITE_NAME',
    'CONTAINER_NAME',
    'CONTAINER_APP_NAME',
    'KUBERNETES_SERVICE_HOST',
  ])('refuses any local token service where %s says that it runs in Azure', (marker) => {
    const problems = problemsOf({ ...person, ...registered, ...local, [marker]: 'x' });
    expect(problems).toEqual([expect.stringMatching(/BOT_TOKEN_SERVICE_URL must not be set/)]);
  });

  it('without an app ID needs a local token service', () => {
    expect(problemsOf(person)).toEqual([
      expect.stringMatching(/BOT_TOKEN_SERVICE_URL is missing.*MicrosoftAppId/),
    ]);
    expect(problemsOf({ ...person, ...local })).toEqual([]);
  });

  it('names everything that is wrong at once', () => {
    const problems = problemsOf({
      ...person,
      ...registered,
      GENIE_IDENTITY: 'x',
      DATABRICKS_TOKEN_EXCHANGE: 'x',
      CHANNEL_ANSWERS: 'x',
      OAUTH_CONNECTION_NAME: '/',
      BOT_TOKEN_SERVICE_URL: 'x',
      DATABRICKS_TOKEN: 'dapi',
    });
    expect(problems).toHaveLength(5);
  });
});
