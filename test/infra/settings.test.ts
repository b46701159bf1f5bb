import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { readSettingNames } from '../support/readSettingNames.ts';
import { infraDir } from './infraDir.ts';
import { chosenSettings, variableIn } from './parameterFile.ts';
import { appSettingsOf } from './snapshots.ts';

// A minimal deployment chooses none, and the chat page brings some of its own.
const always = Object.keys(appSettingsOf('minimal'));
const ofPage = Object.keys(appSettingsOf('chatPage')).filter((name) => !always.includes(name));
const deployed = [...always, ...ofPage];
const chosen = [...chosenSettings.keys()];

/** Settings that Azure's host reads, not the bot. */
const hostSettings = [
  'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'AzureWebJobsDisableHomepage',
  'AzureWebJobsStorage__blobServiceUri',
  'AzureWebJobsStorage__credential',
  'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID',
  'WEBSITE_AUTH_AAD_ALLOWED_TENANTS',
];

/** What the bot reads and the deployment leaves unset, and why. */
const leftUnset: Record<string, string> = {
  AzureWebJobsStorage: 'a connection string is a shared key, which the account refuses',
  WEBSITE_HOSTNAME: 'set by Azure',
  WEBSITE_INSTANCE_ID: 'set by Azure',
  WEBSITE_SITE_NAME: 'set by Azure',
  CONTAINER_NAME: 'set by Azure, in some plans',
  CONTAINER_APP_NAME: 'set by Azure Container Apps',
  KUBERNETES_SERVICE_HOST: 'set by Kubernetes',
  MicrosoftAppPassword: 'a managed identity has none',
  CertificatePrivateKey: 'a managed identity has none',
  CertificateThumbprint: 'a managed identity has none',
  DATABRICKS_TOKEN: 'kept in Key Vault',
  DATABRICKS_CLIENT_SECRET: 'kept in Key Vault',
  DIRECT_LINE_SECRET: 'kept in Key Vault',
  BOT_TOKEN_SERVICE_URL: 'for a laptop',
  GENIE_DEMO: 'for a laptop',
  WORKER_THREADS: 'for a laptop: in Azure host.json says it',
  GENIE_SPACE_ID: 'another name of DATABRICKS_SPACE_ID',
  APP_ID: 'another name of MicrosoftAppId',
  APP_PASSWORD: 'another name of MicrosoftAppPassword',
  APP_TENANTID: 'another name of MicrosoftAppTenantId',
  APP_TYPE: 'another name of MicrosoftAppType',
};

describe('the settings of the deployment', () => {
  const read = readSettingNames();

  it('cover every setting that the bot reads', () => {
    const missing = read.filter(
      (name) => ![...deployed, ...chosen, ...Object.keys(leftUnset)].includes(name),
    );
    expect(missing).toEqual([]);
  });

  it('are all read, by the bot or by the host', () => {
    const unknown = [...deployed, ...chosen].filter(
      (name) => ![...read, ...hostSettings].includes(name),
    );
    expect(unknown).toEqual([]);
  });

  it('are left unset only where the bot reads them', () => {
    expect(Object.keys(leftUnset).filter((name) => !read.includes(name))).toEqual([]);
  });

  it('close the start page that Azure shows to anyone', () => {
    expect(appSettingsOf('minimal')).toMatchObject({ AzureWebJobsDisableHomepage: 'true' });
  });

  it('are set in one place each', () => {
    expect(chosen.filter((name) => deployed.includes(name))).toEqual([]);
  });

  it('come from an environment variable of the same name, where GitHub can have one', () => {
    const otherNames: Record<string, string> = { ChannelService: 'CHANNEL_SERVICE' };
    for (const [name, value] of chosenSettings) {
      const variable = otherNames[name] ?? name;
      expect(variable).toBe(variable.toUpperCase());
      expect(variableIn(value)).toBe(variable);
    }
  });

  it('reach the app, each with its own value', () => {
    const settings = appSettingsOf('everything');
    const values = chosen.map((name) => [name, settings[name]]);
    const expected = [...chosenSettings].map(([name, value]) => [name, `the ${variableIn(value)}`]);
    expect(values).toEqual(expected);
    expect(Object.keys(settings).toSorted()).toEqual([...deployed, ...chosen].toSorted());
  });

  const start = (names: readonly string[], chosen: Record<string, string>) => {
    const id = '00000000-0000-0000-0000-000000000001';
    const samples: Record<string, string> = {
      AzureWebJobsStorage__clientId: id,
      AzureWebJobsStorage__queueServiceUri: 'https://stgenie.queue.core.windows.net/',
      AzureWebJobsStorage__tableServiceUri: 'https://stgenie.table.core.windows.net/',
      AZURE_CLIENT_ID: id,
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: id,
      MicrosoftAppTenantId: id,
      KEY_VAULT_URI: 'https://kv-genie.vault.azure.net/',
      DATABRICKS_HOST: 'https://adb-1.2.azuredatabricks.net',
      DATABRICKS_AUTH_TYPE: 'pat',
      DATABRICKS_TOKEN_SECRET_NAME: 'databricks-token',
      DATABRICKS_CLIENT_ID: id,
      GENIE_IDENTITY: 'bot',
      OAUTH_CONNECTION_NAME: 'databricks',
      DATABRICKS_TOKEN_EXCHANGE: 'none',
      ...chosen,
    };
    const env = Object.fromEntries(names.map((name) => [name, samples[name]]));
    return loadConfig({ ...env, WEBSITE_INSTANCE_ID: 'azure' });
  };

  it.each(['pat', 'oauth-m2m', 'azure-msi'])('start the bot, signed in by %s', (kind) => {
    const names = [...always, 'DATABRICKS_CLIENT_ID'];
    const config = start(names, { DATABRICKS_AUTH_TYPE: kind });
    expect(config.identity.kind).toBe('UserAssignedMSI');
    expect(config.storage.kind).toBe('identity');
    expect(config.genie.auth.kind).toBe(kind === 'pat' ? 'key-vault' : kind);
    expect(config.signIn).toBeUndefined();
    expect(config.page.access).toBe('off');
  });

  it('start the bot with the chat page, behind its sign-in, with the name of Direct Line’s key', () => {
    const { CHAT_PAGE, DIRECT_LINE_SECRET_NAME } = appSettingsOf('chatPage');
    const page = { CHAT_PAGE, DIRECT_LINE_SECRET_NAME } as Record<string, string>;
    const { access, directLine } = start(deployed, page).page;
    expect(access).toBe('signed-in');
    expect(JSON.stringify(directLine.secret)).toContain('"direct-line-key"');
  });

  it.each(['person', 'personByFederation'] as const)(
    'start the bot in the deployment %s, where people ask with their own rights, without a token',
    (deployment) => {
      const settings = appSettingsOf(deployment);
      const { GENIE_IDENTITY, OAUTH_CONNECTION_NAME, DATABRICKS_TOKEN_EXCHANGE } = settings;
      const signIn = { GENIE_IDENTITY, OAUTH_CONNECTION_NAME, DATABRICKS_TOKEN_EXCHANGE };
      const config = start(Object.keys(settings), signIn as Record<string, string>);
      expect(config.genie.auth).toEqual({ kind: 'none' });
      expect(config.signIn).toMatchObject({
        connectionName: OAUTH_CONNECTION_NAME,
        federation: deployment === 'personByFederation',
      });
    },
  );
});

describe('local.settings.json.example', () => {
  const { Values: values } = JSON.parse(
    readFileSync(join(infraDir, '..', 'local.settings.json.example'), 'utf8'),
  ) as { Values: Record<string, string> };

  it('names only settings that the bot, the local start or Core Tools know', () => {
    const known = [...readSettingNames(), 'FUNCTIONS_WORKER_RUNTIME', 'PORT', 'LOCAL_DATA_DIR'];
    expect(Object.keys(values).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names every setting that can be chosen in Azure', () => {
    expect(chosen.filter((name) => values[name] === undefined)).toEqual([]);
  });

  it('contains no secret, and starts the bot', () => {
    expect(values['DATABRICKS_TOKEN']).toBe('');
    expect(() =>
      loadConfig({
        ...values,
        AzureWebJobsStorage: 'embedded',
        DATABRICKS_HOST: 'http://localhost',
        DATABRICKS_TOKEN: 'demo',
      }),
    ).not.toThrow();
  });
});
