import { describe, expect, it } from 'vitest';
import { readLocalPlan } from '../../local/localPlan.ts';
import type { Env } from '../../src/config/settings.ts';

const workspace = {
  DATABRICKS_HOST: 'https://adb-1.azuredatabricks.net',
  DATABRICKS_TOKEN: 'dapi',
};
const service = { BOT_TOKEN_SERVICE_URL: 'http://127.0.0.1:4000' };
const bot = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: '00000000-0000-4000-8000-000000000001',
  MicrosoftAppTenantId: '00000000-0000-4000-8000-000000000002',
  MicrosoftAppPassword: 'secret',
};
const read = (env: Env) => readLocalPlan(env, '/project');

describe('a local start with GENIE_IDENTITY=person', () => {
  it.each(['person', 'Person', ' PERSON '])('brings up the demo’s own sign-in: %j', (value) => {
    const plan = read({ GENIE_IDENTITY: value });
    expect(plan).toMatchObject({ hasSignIn: true, demo: {}, chat: {} });
  });

  it.each(['bot', '', undefined])('does so for nobody else: %j', (value) => {
    expect(read({ GENIE_IDENTITY: value })).toMatchObject({ hasSignIn: false, demo: {} });
  });

  it('stops if people couldn’t sign in to the workspace, and says what to set', () => {
    const env = { GENIE_IDENTITY: 'person', ...workspace };
    expect(() => read(env)).toThrow(/BOT_TOKEN_SERVICE_URL is missing/);
    expect(() => read({ ...env, BOT_TOKEN_SERVICE_URL: ' ' })).toThrow(/is missing/);
    expect(read({ ...env, ...service })).toMatchObject({ hasSignIn: false });
    expect(read({ ...env, ...service })).not.toHaveProperty('demo');
    expect(read({ ...env, GENIE_IDENTITY: 'bot' })).toMatchObject({ hasSignIn: false });
  });

  it('leaves a bot with an app ID to Microsoft’s token service, but not in the demo', () => {
    const env = { GENIE_IDENTITY: 'person', ...bot };
    expect(read({ ...env, ...workspace })).toMatchObject({ hasSignIn: false });
    expect(() => read(env)).toThrow(/needs DATABRICKS_HOST/);
  });
});
