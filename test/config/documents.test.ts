import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDotEnv } from '../../local/settings/parseDotEnv.ts';
import { loadConfig } from '../../src/config/config.ts';
import { readSettingNames } from '../support/readSettingNames.ts';

// The third document, infra/main.bicepparam, is held to the code by test/infra/settings.test.ts.

const root = join(import.meta.dirname, '..', '..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

const read = readSettingNames();

/** What only the local start and Core Tools read. */
const local = ['PORT', 'LOCAL_DATA_DIR', 'FUNCTIONS_WORKER_RUNTIME'];

/** What the bot reads and README's table leaves out, and why. */
const notInReadme: Record<string, string> = {
  WEBSITE_HOSTNAME: 'set by Azure',
  WEBSITE_INSTANCE_ID: 'set by Azure',
  WEBSITE_SITE_NAME: 'set by Azure',
  CONTAINER_NAME: 'set by Azure, in some plans',
  CONTAINER_APP_NAME: 'set by Azure Container Apps',
  KUBERNETES_SERVICE_HOST: 'set by Kubernetes',
  AZURE_CLIENT_ID: 'set by the deployment',
  AzureWebJobsStorage__clientId: 'set by the deployment',
  AzureWebJobsStorage__queueServiceUri: 'set by the deployment',
  AzureWebJobsStorage__tableServiceUri: 'set by the deployment',
  GENIE_DEMO: 'set by the local start',
  APP_ID: 'another name, below the table',
  APP_PASSWORD: 'another name, below the table',
  APP_TENANTID: 'another name, below the table',
  APP_TYPE: 'another name, below the table',
  CertificatePrivateKey: 'in SECURITY.md',
  CertificateThumbprint: 'in SECURITY.md',
};

/** What README's table names and the example for a laptop leaves out, and why. */
const notInExample: Record<string, string> = {
  MicrosoftAppType: 'on a laptop the bot has no identity',
  MicrosoftAppId: 'on a laptop the bot has no identity',
  MicrosoftAppTenantId: 'on a laptop the bot has no identity',
  MicrosoftAppPassword: 'on a laptop the bot has no identity',
  KEY_VAULT_URI: 'a laptop has no managed identity to read a vault with',
  DATABRICKS_TOKEN_SECRET_NAME: 'a laptop has no managed identity to read a vault with',
  DIRECT_LINE_SECRET_NAME: 'a laptop has no managed identity to read a vault with',
  GENIE_SPACE_ID: 'another name of DATABRICKS_SPACE_ID',
};

/** The first column of the table of settings. */
function namesInReadme(): string[] {
  const [, section = ''] = /^## Settings$(.*?)^##/ms.exec(textOf('README.md')) ?? [];
  const cells = section.split('\n').map((line) => /^\|([^|]*)\|/.exec(line)?.[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
}

const inReadme = namesInReadme();

const inExample = Object.keys(
  (JSON.parse(textOf('local.settings.json.example')) as { Values: object }).Values,
);

/** All of it is commented out. */
const dotEnvExample = textOf('.env.example');
const uncommented = parseDotEnv(dotEnvExample.replaceAll(/^# (?=\w+=)/gm, ''));

describe('README.md', () => {
  it('names every setting that the bot reads', () => {
    const missing = read.filter((name) => !inReadme.includes(name) && !(name in notInReadme));
    expect(missing).toEqual([]);
  });

  it('names no setting that nothing reads', () => {
    expect(inReadme.filter((name) => ![...read, ...local].includes(name))).toEqual([]);
  });

  it('names each setting once', () => {
    expect(inReadme).toEqual([...new Set(inReadme)]);
  });

  it('leaves out only what the bot reads and the table does not name', () => {
    const stale = Object.keys(notInReadme).filter(
      (name) => !read.includes(name) || inReadme.includes(name),
    );
    expect(stale).toEqual([]);
  });
});

describe('local.settings.json.example', () => {
  it('names every setting of README.md that a laptop can have', () => {
    const missing = inReadme.filter((name) => !inExample.includes(name) && !(name in notInExample));
    expect(missing).toEqual([]);
  });

  it('names no setting that README.md does not', () => {
    const unknown = inExample.filter((name) => ![...inReadme, ...local].includes(name));
    expect(unknown).toEqual([]);
  });

  it('leaves out only what README.md names and the example does not', () => {
    const stale = Object.keys(notInExample).filter(
      (name) => !inReadme.includes(name) || inExample.includes(name),
    );
    expect(stale).toEqual([]);
  });
});

describe('.env.example', () => {
  it('names the same settings as local.settings.json.example, but the one for Core Tools alone', () => {
    const coreTools = ['FUNCTIONS_WORKER_RUNTIME'];
    const expected = inExample.filter((name) => !coreTools.includes(name));
    expect(Object.keys(uncommented).toSorted()).toEqual(expected.toSorted());
  });

  it('sets nothing as it is, so that a copy of it hides no other setting', () => {
    expect(parseDotEnv(dotEnvExample)).toEqual({});
  });

  it('starts the bot with all of it', () => {
    const databricks = { DATABRICKS_HOST: 'http://localhost', DATABRICKS_TOKEN: 'demo' };
    const env = { ...uncommented, AzureWebJobsStorage: 'embedded', ...databricks };
    expect(() => loadConfig(env)).not.toThrow();
  });

  it('is under version control, and .env is not', () => {
    expect(textOf('.gitignore').split('\n')).toContain('.env');
  });
});
