import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProblems } from './findProblems.ts';
import { infraDir } from './infraDir.ts';
import { parametersSet } from './parameterFile.ts';
import {
  appSettingsOf,
  type CreatedResource,
  createdBy,
  type DeploymentName,
  snapshotOf,
} from './snapshots.ts';
import { valueAt } from './template.ts';
import { compiled, templateOf, templates } from './templates.ts';

const channelType = 'Microsoft.BotService/botServices/channels';

describe('the templates', () => {
  it.each([...templates.keys()])('%s has no problem', (name) => {
    expect(findProblems(templateOf(name))).toEqual([]);
  });

  it('are all used: main.bicep composes every module', () => {
    const modules = globSync('modules/*.bicep', { cwd: infraDir });
    const main = readFileSync(join(infraDir, 'main.bicep'), 'utf8');
    const used = [...main.matchAll(/^module (\w+) '(modules\/\w+\.bicep)'/gm)];
    expect(used.map(([, , path]) => path).toSorted()).toEqual(modules.toSorted());
    expect(used.map(([, name]) => name)).toEqual(
      used.map(([, , path = '']) => basename(path, '.bicep')),
    );
    expect([...templates.keys()].toSorted()).toEqual(
      ['main', ...used.map(([, name]) => name)].toSorted(),
    );
  });

  it('have every parameter that main.bicepparam sets', () => {
    const params = templateOf('main').params.map(({ name }) => name);
    expect(params).toEqual(expect.arrayContaining(parametersSet));
    // Where a resource group is, and what it is tagged with, comes with the group and from azd.
    expect(params.filter((name) => !parametersSet.includes(name))).toEqual(['location', 'tags']);
  });
});

describe('a deployment', () => {
  it('starts the app only once its roles are assigned', () => {
    expect(compiled.resources['functionApp']?.['dependsOn']).toContain('access');
  });

  it('makes the alerts once the app is there, which gives the workspace time to become ready', () => {
    expect(compiled.resources['alerts']?.['dependsOn']).toContain('functionApp');
  });

  it('switches off both publishing passwords, by names that the compiler knows', () => {
    const type = 'Microsoft.Web/sites/basicPublishingCredentialsPolicies';
    const policies = createdBy('default', type).map(({ name, properties }) => [
      name.split('/').at(-1),
      properties,
    ]);
    expect(policies).toEqual([
      ['scm', { allow: false }],
      ['ftp', { allow: false }],
    ]);
    const { resources } = templateOf('functionApp');
    const named = resources.filter((resource) => resource.type === type);
    expect(named.filter(({ body }) => 'copy' in body)).toEqual([]);
  });

  it('writes the bot’s channels one after the other', () => {
    const channels = templateOf('bot').resources.filter(({ type }) => type === channelType);
    expect(channels.map(({ symbol, body }) => [symbol, body['dependsOn']])).toEqual([
      ['teams', ['bot']],
      ['webChat', ['bot', 'teams']],
      ['directLine', ['bot', 'webChat']],
    ]);
  });

  it.each<[DeploymentName, Record<string, boolean>]>([
    ['default', { MsTeamsChannel: true, WebChatChannel: true, DirectLineChannel: false }],
    ['minimal', { MsTeamsChannel: false, WebChatChannel: false, DirectLineChannel: false }],
    ['everything', { MsTeamsChannel: true, WebChatChannel: true, DirectLineChannel: true }],
  ])(
    '%s writes each channel, on or off: one that is left out stays as it was',
    (name, switches) => {
      const isOn = ({ properties }: CreatedResource) => {
        const own = valueAt(properties, 'properties');
        return valueAt(own, 'isEnabled') ?? valueAt(own, 'sites.0.isEnabled');
      };
      const written = createdBy(name, channelType).map((channel) => [
        channel.name.split('/').at(-1),
        isOn(channel),
      ]);
      expect(Object.fromEntries(written)).toEqual(switches);
      expect(createdBy(name, channelType).filter((channel) => 'condition' in channel)).toEqual([]);
    },
  );

  describe('makes the connection that people sign in with', () => {
    const connectionOf = (name: DeploymentName) => {
      const [connection] = createdBy(name, 'Microsoft.BotService/botServices/connections');
      const parameters = valueAt(connection, 'properties.parameters') as
        | { key: string; value: string }[]
        | undefined;
      const values = parameters?.map(({ key, value }) => [key, value]) ?? [];
      return { connection, parameters: Object.fromEntries(values) };
    };
    const botAppId = /^\[reference\('[^']*\/userAssignedIdentities\/id-genie'[^)]*\)\.clientId\]$/;

    it('without a secret, for the app’s own tenant alone', () => {
      const { connection, parameters } = connectionOf('person');
      expect(connection?.name).toMatch(/\/databricks$/);
      expect(connection?.['properties']).not.toHaveProperty('clientSecret');
      expect(connection?.['properties']).toMatchObject({
        serviceProviderId: 'c00b44ab-5e16-c44c-af26-2fd5bc55eb18',
        clientId: '00000000-0000-0000-0000-00000000000d',
        scopes: '2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/.default openid profile offline_access',
      });
      expect(Object.keys(parameters)).toEqual([
        'ClientId',
        'UniqueIdentifier',
        'TokenExchangeUrl',
        'TenantId',
      ]);
      expect(parameters['ClientId']).toBe('00000000-0000-0000-0000-00000000000d');
      expect(parameters['TenantId']).toBe('00000000-0000-0000-0000-00000000000a');
      expect(parameters['UniqueIdentifier']).toMatch(botAppId);
      expect(parameters['TokenExchangeUrl']).toMatch(/^\[format\('api:\/\/botid-\{0\}', ref/);
    });

    it('with the names that a company chose, and for the app itself where Databricks exchanges its token', () => {
      const { connection, parameters } = connectionOf('personByFederation');
      expect(connection?.name).toMatch(/\/people$/);
      expect(valueAt(connection, 'properties.scopes')).toBe(
        'api://bot.contoso.com/botid-genie/access_as_user openid profile offline_access',
      );
      expect(parameters).toMatchObject({
        UniqueIdentifier: 'genie',
        TokenExchangeUrl: 'api://bot.contoso.com/botid-genie',
      });
    });

    it('once the bot’s channels are written, and only if there is an app for it', () => {
      expect(compiled.resources['signInConnection']?.['dependsOn']).toContain('bot');
      for (const name of ['default', 'minimal', 'everything', 'usGovernment'] as const) {
        expect(connectionOf(name).connection).toBeUndefined();
      }
    });
  });

  describe('has a chat page', () => {
    const authType = 'Microsoft.Web/sites/config';
    const pages = ['chatPage', 'chatPageAsPerson', 'everything'] as const;
    const authOf = (name: DeploymentName) => {
      const [auth, ...others] = createdBy(name, authType);
      expect(others).toEqual([]);
      expect(auth?.name).toMatch(/\/authsettingsV2$/);
      return auth?.['properties'];
    };
    const entraOf = (name: DeploymentName) =>
      valueAt(authOf(name), 'identityProviders.azureActiveDirectory');
    const keysOf = (name: DeploymentName) =>
      createdBy(name, 'Microsoft.KeyVault/vaults/secrets').filter((each) =>
        each.name.endsWith('/direct-line-key'),
      );
    const directLineOf = (name: DeploymentName) => {
      const channel = createdBy(name, channelType).find((each) =>
        each.name.endsWith('/DirectLineChannel'),
      );
      return valueAt(channel, 'properties.properties.sites.0');
    };

    it.each(pages)('with a sign-in before it, and all else open: %s', (name) => {
      expect(authOf(name)).toMatchObject({
        platform: { enabled: true },
        globalValidation: {
          requireAuthentication: false,
          unauthenticatedClientAction: 'AllowAnonymous',
          // What comes here has a token of the Bot Framework's, or of our own.
          excludedPaths: ['/api/messages', '/api/feedback'],
        },
        httpSettings: { requireHttps: true },
        login: { nonce: { validateNonce: true } },
      });
    });

    it.each([
      ['chatPage', '00000000-0000-0000-0000-00000000000e'],
      ['chatPageAsPerson', '00000000-0000-0000-0000-00000000000d'],
      ['everything', '00000000-0000-0000-0000-00000000000e'],
    ] as const)('that only this tenant’s people sign in to, with the app of %s', (name, appId) => {
      expect(entraOf(name)).toMatchObject({
        enabled: true,
        registration: { clientId: appId },
        validation: {
          allowedAudiences: [appId],
          // Another app of the tenant, which can have a token for this one without a person, is kept out.
          defaultAuthorizationPolicy: { allowedApplications: [appId] },
        },
      });
      expect(valueAt(entraOf(name), 'registration.openIdIssuer')).toBe(
        "[format('{0}{1}/v2.0', environment().authentication.loginEndpoint, '00000000-0000-0000-0000-00000000000a')]",
      );
      expect(appSettingsOf(name)['WEBSITE_AUTH_AAD_ALLOWED_TENANTS']).toBe(
        '00000000-0000-0000-0000-00000000000a',
      );
    });

    it.each(pages)('without a secret of the app: its identity vouches for it in %s', (name) => {
      const setting = valueAt(entraOf(name), 'registration.clientSecretSettingName');
      expect(setting).toBe('OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID');
      const settings = appSettingsOf(name);
      expect(settings[String(setting)]).toBe(settings['MicrosoftAppId']);
    });

    it('that keeps no token, but where Genie is asked with each person’s rights', () => {
      for (const name of ['chatPage', 'everything'] as const) {
        expect(valueAt(authOf(name), 'login.tokenStore.enabled')).toBe(false);
        expect(valueAt(entraOf(name), 'login.loginParameters')).toEqual([]);
      }
      expect(valueAt(authOf('chatPageAsPerson'), 'login.tokenStore.enabled')).toBe(true);
      // By the app's ID: an app that asks for its own token by another name is refused (AADSTS90009).
      expect(valueAt(entraOf('chatPageAsPerson'), 'login.loginParameters')).toEqual([
        'scope=openid profile email offline_access 00000000-0000-0000-0000-00000000000d/access_as_user',
      ]);
    });

    it.each(pages)('that opens Direct Line to its own origin, with bound IDs: %s', (name) => {
      expect(directLineOf(name)).toMatchObject({ isEnabled: true, isV1Enabled: false });
      const origins = String(valueAt(directLineOf(name), 'trustedOrigins'));
      expect(origins).toMatch(
        /format\('https:\/\/\{0\}', reference\('[^']*'[^)]*\)\.defaultHostName/,
      );
      expect(String(valueAt(directLineOf(name), 'isSecureSiteEnabled'))).toContain('not(empty(');
    });

    it('that also has the origin of a custom domain, beside those that were named', () => {
      const origins = (name: DeploymentName) =>
        String(valueAt(directLineOf(name), 'trustedOrigins'));
      expect(origins('chatPageAsPerson')).toMatch(/, 'https:\/\/genie\.example\.com'\)\)\]$/);
      expect(origins('everything')).toContain(
        "createArray('https://intranet.example.com', 'https://portal.example.com')",
      );
    });

    it.each(pages)('with Direct Line’s key in Key Vault, and nowhere else: %s', (name) => {
      const list =
        /listChannelWithKeys\('[^']*\/channels\/DirectLineChannel', '2022-09-15'\)\.setting\.sites\[0\]\.key/g;
      const [key, ...others] = keysOf(name);
      expect(others).toEqual([]);
      expect(String(valueAt(key, 'properties.value'))).toMatch(list);
      const everything = JSON.stringify(snapshotOf(name));
      expect(everything.match(list)).toHaveLength(1);
      expect(everything.match(/\blist[A-Z]\w*\(/g)).toHaveLength(1);
      expect(JSON.stringify(snapshotOf(name).outputs)).not.toMatch(/direct-line-key|list/);
      expect(appSettingsOf(name)).toMatchObject({
        CHAT_PAGE: 'true',
        DIRECT_LINE_SECRET_NAME: 'direct-line-key',
      });
      expect(appSettingsOf(name)).not.toHaveProperty('DIRECT_LINE_SECRET');
    });

    it('whose key is read once the channels are written, and whose sign-in once the app is there', () => {
      expect(compiled.resources['directLineSecret']?.['dependsOn']).toEqual(
        expect.arrayContaining(['bot', 'vault']),
      );
      expect(compiled.resources['easyAuth']?.['dependsOn']).toContain('functionApp');
    });

    it.each(['default', 'minimal', 'privateNetwork', 'person', 'usGovernment'] as const)(
      'or none: %s switches the sign-in off, leaves Direct Line shut, and takes no key',
      (name) => {
        // Left out, the sign-in would stay on from an earlier deployment.
        expect(authOf(name)).toMatchObject({
          platform: { enabled: false },
          globalValidation: { unauthenticatedClientAction: 'AllowAnonymous' },
          identityProviders: {},
          login: { tokenStore: { enabled: false } },
        });
        expect(directLineOf(name)).toMatchObject({ isEnabled: false, trustedOrigins: [] });
        expect(keysOf(name)).toEqual([]);
        const names = Object.keys(appSettingsOf(name));
        expect(names.filter((each) => /PAGE|DIRECT_LINE|WEBSITE_AUTH|FIC/.test(each))).toEqual([]);
      },
    );

    it('only with an app to sign in to', () => {
      expect(JSON.stringify(compiled.resources['easyAuth'])).toMatch(
        /fail\('CHAT_PAGE needs CHAT_PAGE_CLIENT_ID/,
      );
    });
  });

  it('creates private endpoints one after the other: the storage account can’t take two at a time', () => {
    const { resources } = templateOf('network');
    const endpoints = resources.find(({ type }) => type === 'Microsoft.Network/privateEndpoints');
    expect(endpoints?.body['copy']).toMatchObject({ mode: 'serial', batchSize: 1 });
  });

  it('closes storage and the vault to the internet, if its network is private', () => {
    for (const type of ['Microsoft.Storage/storageAccounts', 'Microsoft.KeyVault/vaults']) {
      for (const [name, access] of [
        ['default', ['Enabled', 'Allow']],
        ['privateNetwork', ['Disabled', 'Deny']],
      ] as const) {
        const [made] = createdBy(name, type);
        expect([
          valueAt(made, 'properties.publicNetworkAccess'),
          valueAt(made, 'properties.networkAcls.defaultAction'),
        ]).toEqual(access);
      }
    }
  });

  it('takes the start of a budget from its variable: it can’t be changed later', () => {
    const [budget] = createdBy('everything', 'Microsoft.Consumption/budgets');
    expect(valueAt(budget, 'properties.timePeriod.startDate')).toBe('2026-12-01');
    expect(createdBy('default', 'Microsoft.Consumption/budgets')).toEqual([]);
    expect(JSON.stringify(compiled.resources['budget'])).toMatch(/fail\('.*MONTHLY_BUDGET_START/);
  });

  it('never sets purge protection to false, which the service refuses', () => {
    const setIn = (name: DeploymentName) => {
      const [vault] = createdBy(name, 'Microsoft.KeyVault/vaults');
      return valueAt(vault, 'properties.enablePurgeProtection');
    };
    expect(setIn('default')).toBe(true);
    expect(setIn('minimal') ?? null).toBeNull();
  });

  it('gives the operator one role, on the vault, and only if there is one', () => {
    const operators = (name: DeploymentName) =>
      createdBy(name, 'Microsoft.Authorization/roleAssignments').filter(
        ({ properties }) => valueAt(properties, 'principalType') !== 'ServicePrincipal',
      );
    expect(operators('minimal')).toEqual([]);
    expect(
      operators('everything').map(({ properties }) => valueAt(properties, 'principalType')),
    ).toEqual(['Group']);
  });
});
