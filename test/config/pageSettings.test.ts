import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import type { Env } from '../../src/config/settings.ts';

const minimal = {
  DATABRICKS_HOST: 'https://adb-1.azuredatabricks.net',
  DATABRICKS_TOKEN: 'dapi',
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
};
const withAppId = {
  ...minimal,
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: '3f1b0f5e-8f0a-4d4c-9a43-0f0b7f1d2c11',
  MicrosoftAppTenantId: '7b1e4f04-4f3e-4e5c-9f0a-5a2c3d7e9b11',
};
const read = (env: Env) => loadConfig({ ...minimal, ...env }).page;

describe('who gets the page', () => {
  it.each<[string, Env, string]>([
    ['a laptop', {}, 'open'],
    ['a laptop that says no', { CHAT_PAGE: 'false' }, 'open'],
    ['a bot with an app ID', withAppId, 'off'],
    ['a bot in Azure', { ...withAppId, WEBSITE_SITE_NAME: 'genie' }, 'off'],
    ['… behind Easy Auth', { ...withAppId, CHAT_PAGE: 'true' }, 'signed-in'],
    [
      '… as Azure says, too',
      { ...withAppId, CHAT_PAGE: 'true', WEBSITE_AUTH_ENABLED: 'True' },
      'signed-in',
    ],
    [
      '… which Azure denies',
      { ...withAppId, CHAT_PAGE: 'true', WEBSITE_AUTH_ENABLED: 'False' },
      'off',
    ],
    [
      '… of which Azure says something odd',
      { ...withAppId, CHAT_PAGE: 'true', WEBSITE_AUTH_ENABLED: '0' },
      'off',
    ],
    [
      'a bot whose Easy Auth is on, but not for the page',
      { ...withAppId, WEBSITE_AUTH_ENABLED: 'true' },
      'off',
    ],
    ['a laptop that is to be as Azure', { CHAT_PAGE: 'true' }, 'signed-in'],
  ])('%s', (_what, env, access) => {
    expect(read(env).access).toBe(access);
  });
});

describe('Direct Line', () => {
  it.each([
    [undefined, 'https://directline.botframework.com', '/v3/directline', undefined],
    [
      'https://directline.botframework.com',
      'https://directline.botframework.com',
      '/v3/directline',
      undefined,
    ],
    [
      'https://directline.botframework.com/v3/directline',
      'https://directline.botframework.com',
      '/v3/directline',
      undefined,
    ],
    [
      'https://europe.directline.botframework.com/',
      'https://europe.directline.botframework.com',
      '/v3/directline',
      'https://europe.directline.botframework.com/v3/directline',
    ],
    [
      'http://127.0.0.1:5000',
      'http://127.0.0.1:5000',
      '/v3/directline',
      'http://127.0.0.1:5000/v3/directline',
    ],
    ['http://localhost:3978/directline', 'http://localhost:3978', '/directline', '/directline'],
  ])('at %s', (text, url, path, domain) => {
    const { directLine } = read(text === undefined ? {} : { DIRECT_LINE_URL: text });
    expect(directLine).toEqual({ url, path, ...(domain && { domain }) });
  });

  it.each([
    ['http://directline.botframework.com'],
    ['https://user:pass@directline.example'],
    ['https://directline.example/other'],
    ['https://directline.example/?a=b'],
    ['directline.example'],
    ['wss://directline.example'],
    ['http://127.0.0.1.evil.example'],
  ])('can’t be %s', (DIRECT_LINE_URL) => {
    expect(() => read({ DIRECT_LINE_URL })).toThrow(/DIRECT_LINE_URL/);
  });

  it('has its secret from a setting, or from the vault by its name', () => {
    expect(read({ DIRECT_LINE_SECRET: 's' }).directLine.secret).toEqual({
      kind: 'static',
      token: 's',
    });
    const vault = { KEY_VAULT_URI: 'https://v.vault.azure.net', AZURE_CLIENT_ID: 'id' };
    expect(read({ ...vault, DIRECT_LINE_SECRET_NAME: 'direct-line' }).directLine.secret).toEqual({
      kind: 'key-vault',
      vaultUri: 'https://v.vault.azure.net',
      secretName: 'direct-line',
      identityClientId: 'id',
    });
    expect(() => read({ DIRECT_LINE_SECRET_NAME: 'direct-line' })).toThrow(/KEY_VAULT_URI/);
  });
});

describe('the pages that can show it in a frame', () => {
  it('are listed by their origins', () => {
    const CHAT_PAGE_FRAME_ANCESTORS =
      'https://intranet.contoso.com https://*.example.com/, http://localhost:8080';
    expect(read({ CHAT_PAGE_FRAME_ANCESTORS }).frameAncestors).toEqual([
      'https://intranet.contoso.com',
      'https://*.example.com',
      'http://localhost:8080',
    ]);
    expect(read({}).frameAncestors).toEqual([]);
  });

  it.each([
    ['*'],
    ['https:'],
    ['https://*'],
    ['https://*:8443'],
    ['https://*.com'],
    ['https://intranet.*'],
    ['https://*example.com'],
    ["'self'"],
    ['http://intranet.contoso.com'],
    ['https://intranet.contoso.com/page'],
    ["https://a.example'unsafe-inline'"],
    ['https://u:p@a.example'],
    ['https://a.example?x'],
    ['data:text/html,x'],
  ])('can’t be %s', (CHAT_PAGE_FRAME_ANCESTORS) => {
    expect(() => read({ CHAT_PAGE_FRAME_ANCESTORS })).toThrow(/CHAT_PAGE_FRAME_ANCESTORS/);
  });
});
