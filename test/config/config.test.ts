import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';

const minimal = {
  DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
  DATABRICKS_TOKEN: 'dapi-secret',
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
};

const singleTenant = {
  MicrosoftAppId: 'app',
  MicrosoftAppTenantId: 'tenant',
  MicrosoftAppPassword: 'password',
};

function problemsOf(env: Record<string, string | undefined>): string {
  try {
    loadConfig(env);
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
  return '';
}

describe('the settings', () => {
  it('need a workspace, a token and storage, and have defaults for the rest', () => {
    const config = loadConfig(minimal);
    expect(config).toMatchObject({
      identity: { kind: 'none' },
      questions: {
        questionsPerMinute: 5,
        genieTimeoutMs: 600_000,
        maxWaitingQuestions: 1000,
        prependUserEmail: true,
        keepQuestionsMs: 30 * 24 * 3_600_000,
        keepWords: false,
      },
      sessions: { sessionIdleMs: 4 * 3_600_000 },
      logLevel: 'info',
    });
  });

  it('have their defaults where they are set to nothing', () => {
    const empty = { GENIE_QUESTIONS_PER_MINUTE: '', USER_QUESTIONS_PER_MINUTE: ' ', LOG_LEVEL: '' };
    expect(loadConfig({ ...minimal, ...empty })).toEqual(loadConfig(minimal));
  });

  it('name every bad setting at once, and no value', () => {
    const message = problemsOf({
      DATABRICKS_HOST: 'http://example.com/secret-path',
      MAX_RETRIES: 'many',
      ENABLE_FEEDBACK_CARDS: 'perhaps',
      CHANNEL_ANSWERS: 'shouted',
      LOG_LEVEL: 'loud',
      GENIE_MODE: 'fast',
    });
    for (const name of [
      'DATABRICKS_HOST',
      'DATABRICKS_TOKEN',
      'AzureWebJobsStorage',
      'MAX_RETRIES',
      'ENABLE_FEEDBACK_CARDS',
      'CHANNEL_ANSWERS',
      'LOG_LEVEL',
      'GENIE_MODE',
    ]) {
      expect(message).toContain(name);
    }
    expect(message).not.toMatch(/secret-path|many|perhaps|shouted|loud/);
  });

  it.each([
    ...['0', '-1', '2.5', '101', 'ten'].map((value) => ['MAX_SUBSCRIPTIONS', value] as const),
    ...['maybe', '2'].map((value) => ['ENABLE_SUBSCRIPTIONS', value] as const),
  ])('name %s where it is %s', (name, value) => {
    expect(problemsOf({ ...minimal, [name]: value })).toContain(name);
  });

  it('name a bad limit of subscriptions even where these are off', () => {
    const env = { ...minimal, ENABLE_SUBSCRIPTIONS: 'false', MAX_SUBSCRIPTIONS: 'ten' };
    expect(problemsOf(env)).toContain('MAX_SUBSCRIPTIONS');
  });

  it('accept the names of the seed bot', () => {
    const config = loadConfig({
      ...minimal,
      APP_ID: 'app',
      APP_TENANTID: 'tenant',
      APP_PASSWORD: 'password',
      GENIE_SPACE_ID: 'space',
      SAMPLE_QUESTIONS: 'One? ; Two?;',
      LOG_LEVEL: 'WARNING',
    });
    expect(config.identity).toEqual({
      kind: 'SingleTenant',
      appId: 'app',
      tenantId: 'tenant',
      password: 'password',
    });
    expect(config.questions.spaceIds).toEqual(['space']);
    expect(config.bot.sampleQuestions).toEqual(['One?', 'Two?']);
    expect(config.logLevel).toBe('warn');
  });

  it.each([
    ['a misspelt app type', { ...singleTenant, MicrosoftAppType: 'SingleTennant' }, /AppType/],
    [
      'a secret beside a managed identity',
      { ...singleTenant, MicrosoftAppType: 'UserAssignedMSI' },
      /AppPassword must not/,
    ],
    ['a password without an app id', { MicrosoftAppPassword: 'x' }, /AppId is missing/],
    ['no app id in Azure', { WEBSITE_SITE_NAME: 'bot' }, /anybody could talk/],
    ['single tenant without a tenant', { ...singleTenant, MicrosoftAppTenantId: '' }, /TenantId/],
  ])('refuse %s', (_what, env, problem) => {
    expect(problemsOf({ ...minimal, ...env })).toMatch(problem);
  });

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['adb-1.2.azuredatabricks.net', 'https://adb-1.2.azuredatabricks.net'],
    ['https://adb-1.2.azuredatabricks.net/?o=1', 'https://adb-1.2.azuredatabricks.net'],
  ])('take %s as the workspace', (text, host) => {
    expect(loadConfig({ ...minimal, DATABRICKS_HOST: text }).genie.host).toBe(host);
  });

  it('take the link to a space as the space', () => {
    const DATABRICKS_SPACE_ID = 'https://adb-1.2.azuredatabricks.net/genie/rooms/01f0?o=1';
    const { questions } = loadConfig({ ...minimal, DATABRICKS_SPACE_ID });
    expect(questions.spaceIds).toEqual(['01f0']);
    expect(problemsOf({ ...minimal, DATABRICKS_SPACE_ID: 'https://x.example' })).toMatch(
      /DATABRICKS_SPACE_ID must/,
    );
  });

  it('read the token from Key Vault where it is not set itself', () => {
    const { DATABRICKS_TOKEN: _none, ...env } = minimal;
    const config = loadConfig({ ...env, KEY_VAULT_URI: 'https://v.vault.azure.net' });
    expect(config.genie.auth).toEqual({
      kind: 'key-vault',
      vaultUri: 'https://v.vault.azure.net',
      secretName: 'databricks-token',
    });
  });
});
