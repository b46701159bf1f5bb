import { describe, expect, it } from 'vitest';
import { nextSteps } from '../../../local/ssoApp/nextSteps.ts';
import { setUpSsoApp } from '../../../local/ssoApp/setUpSsoApp.ts';
import { sharedApp } from '../../../local/ssoApp/sharedApp.ts';
import { readSsoAppArguments } from '../../../local/ssoApp/ssoAppArguments.ts';
import { AzError } from '../../../local/verify/az/az.ts';
import { aTrial } from '../../support/azure/aTrial.ts';
import {
  createEntraDouble,
  type EntraAppDouble,
  type EntraDouble,
  theBot,
  thePrincipal,
  theTenant,
} from '../../support/azure/entraDouble.ts';

const inGroup = ['--resource-group', 'rg-genie'];

async function setUp(entra: EntraDouble, ...more: string[]) {
  const said: string[] = [];
  const { clock, signal } = aTrial();
  const args = readSsoAppArguments(more.includes('--bot-app-id') ? more : [...inGroup, ...more]);
  const say = (line: string) => said.push(line);
  const done = await setUpSsoApp({ args, az: entra.az, clock, signal, say });
  return { done, said, next: nextSteps(done) };
}

const only = (entra: EntraDouble): EntraAppDouble => {
  expect(entra.apps.size).toBe(1);
  return [...entra.apps.values()][0] as EntraAppDouble;
};

/** An app that a company has for something else, or made by hand. */
function addApp(entra: EntraDouble, body: Record<string, unknown> = {}): EntraAppDouble {
  const app = {
    id: '22222222-0000-4000-8000-000000000001',
    appId: '33333333-0000-4000-8000-000000000001',
    body: { signInAudience: 'AzureADMyOrg', ...body },
    credentials: [],
  };
  entra.apps.set(app.id, app);
  return app;
}

describe('npm run sso-app', () => {
  it('creates the app, and says what to deploy the bot with', async () => {
    const entra = createEntraDouble();
    const { done, next, said } = await setUp(entra);
    const app = only(entra);
    expect(app.body).toMatchObject({
      displayName: 'Genie sign-in',
      signInAudience: 'AzureADMyOrg',
      identifierUris: [`api://botid-${theBot}`],
      web: { redirectUris: ['https://token.botframework.com/.auth/web/redirect'] },
      api: {
        requestedAccessTokenVersion: 2,
        oauth2PermissionScopes: [{ value: 'access_as_user', isEnabled: true }],
      },
    });
    expect(entra.servicePrincipals).toEqual(new Set([app.appId]));
    expect(app.credentials).toMatchObject([
      {
        issuer: `https://login.microsoftonline.com/${theTenant}/v2.0`,
        audiences: ['api://AzureADTokenExchange'],
        subject: `/eid1/c/pub/t/Z0UjAauJ783-3LqYdlQyEA/a/9ExAW52n_ky4ZiS_jhpJIQ/${theBot}`,
      },
    ]);
    expect(done.appId).toBe(app.appId);
    expect(next).toContain('export GENIE_IDENTITY=person\n');
    expect(next).toContain(`export SSO_APP_ID=${app.appId}\n`);
    expect(next).not.toMatch(/SSO_IDENTIFIER_URI|SSO_UNIQUE_IDENTIFIER|federation/);
    expect(next).toContain(`az ad app permission admin-consent --id ${app.appId}`);
    expect(said.every((line) => line.startsWith('✓'))).toBe(true);
  });

  it('changes nothing the second time, nor makes another app', async () => {
    const entra = createEntraDouble();
    await setUp(entra);
    const before = structuredClone(only(entra));
    await setUp(entra);
    expect(only(entra)).toEqual(before);
    expect(entra.servicePrincipals.size).toBe(1);
  });

  it.each([1, 2, 3, 4, 5])('goes on where it was cut off after %i writes', async (writes) => {
    const entra = createEntraDouble();
    const az: typeof entra.az = (args, options) =>
      entra.writes().length >= writes && args[0] === 'rest' && !args.includes('get')
        ? Promise.reject(new AzError('The network is gone.'))
        : entra.az(args, options);
    await setUp({ ...entra, az }).catch(() => undefined);
    await setUp(entra);
    const whole = createEntraDouble();
    await setUp(whole);
    const ids = ({ body, credentials }: EntraAppDouble) => ({
      body,
      credentials: credentials.map(({ id, ...rest }) => rest),
    });
    expect(ids(only(entra))).toEqual(ids(only(whole)));
  });

  it('waits for what Entra ID doesn’t know yet', async () => {
    const entra = createEntraDouble();
    entra.lag = 4;
    await setUp(entra);
    expect(only(entra).credentials).toHaveLength(1);
  });

  it('takes the bot’s app ID where there is no deployment to read it from', async () => {
    const entra = createEntraDouble();
    await setUp(entra, '--bot-app-id', theBot.toUpperCase());
    expect(only(entra).body['identifierUris']).toEqual([`api://botid-${theBot}`]);
    expect(entra.calls.some((line) => line.startsWith('deployment'))).toBe(false);
  });

  it('says where the bot isn’t deployed', async () => {
    const entra = createEntraDouble();
    await expect(setUp(entra, '--deployment', 'other')).rejects.toThrow(
      'The deployment other in rg-genie has no output botAppId.',
    );
    expect(entra.writes()).toEqual([]);
  });

  // Microsoft's own numbers, the same in every tenant.
  it('asks for the delegated permissions by their IDs', async () => {
    const entra = createEntraDouble();
    await setUp(entra);
    const of = (resourceAppId: string, ...ids: string[]) => ({
      resourceAppId,
      resourceAccess: ids.map((id) => ({ id, type: 'Scope' })),
    });
    expect(only(entra).body['requiredResourceAccess']).toEqual([
      of(
        '00000003-0000-0000-c000-000000000000',
        '37f7f235-527c-4136-accd-4a02d197296e',
        '14dad69e-099b-42c9-810b-d002981feec1',
        '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
        '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
      ),
      of('2ff814a6-3304-4ab8-85cb-cd0e6f879c1d', '739272be-e143-11e8-9f32-f2801f1b9fd1'),
    ]);
    expect(only(entra).body['api']).toMatchObject({
      preAuthorizedApplications: [
        { appId: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' },
        { appId: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' },
      ],
    });
  });

  it('asks for Azure Databricks, or only for the person where Databricks is elsewhere', async () => {
    const resourcesOf = (entra: EntraDouble) =>
      (only(entra).body['requiredResourceAccess'] as { resourceAppId: string }[]).map(
        ({ resourceAppId }) => resourceAppId,
      );
    const azure = createEntraDouble();
    await setUp(azure);
    expect(resourcesOf(azure)).toContain('2ff814a6-3304-4ab8-85cb-cd0e6f879c1d');
    expect(only(azure).body).not.toHaveProperty('optionalClaims');

    const elsewhere = createEntraDouble();
    const { next, done } = await setUp(elsewhere, '--federation');
    expect(resourcesOf(elsewhere)).toEqual(['00000003-0000-0000-c000-000000000000']);
    expect(only(elsewhere).body).toMatchObject({
      optionalClaims: { accessToken: [{ name: 'preferred_username', essential: false }] },
    });
    expect(next).toContain('export DATABRICKS_TOKEN_EXCHANGE=federation');
    const [, policy = '{}'] = /federation-policy create --json '(.*)'/.exec(next) ?? [];
    expect(JSON.parse(policy)).toEqual({
      oidc_policy: {
        issuer: `https://login.microsoftonline.com/${theTenant}/v2.0`,
        audiences: [done.appId],
        subject_claim: 'preferred_username',
      },
    });
  });

  it('names what isn’t the default among the settings', async () => {
    const uri = `api://bot.contoso.com/botid-${theBot}`;
    const { next, done } = await setUp(
      createEntraDouble(),
      ...['--identifier-uri', uri, '--unique-identifier', 'genie', '--name', 'Ask Contoso'],
    );
    expect(next).toContain(`export SSO_IDENTIFIER_URI=${uri}\n`);
    expect(next).toContain('export SSO_UNIQUE_IDENTIFIER=genie\n');
    expect(done.plan.credential.subject).toMatch(/\/genie$/);
  });

  describe('with an app that is there already', () => {
    const theirs = {
      identifierUris: ['https://contoso.com/app'],
      web: { redirectUris: ['https://contoso.com/signed-in'] },
      api: {
        requestedAccessTokenVersion: null,
        oauth2PermissionScopes: [
          { id: 'their-scope', value: 'read', isEnabled: true },
          { id: 'their-access', value: 'access_as_user', isEnabled: true },
        ],
        preAuthorizedApplications: [
          { appId: 'their-client', delegatedPermissionIds: ['their-scope'] },
          { appId: sharedApp.clients[0]?.appId, delegatedPermissionIds: ['their-scope'] },
        ],
      },
      requiredResourceAccess: [
        {
          resourceAppId: sharedApp.graph.resourceAppId,
          resourceAccess: [{ id: 'their-right', type: 'Role' }],
        },
      ],
      optionalClaims: { idToken: [{ name: 'acct' }], accessToken: [{ name: 'upn' }] },
    };

    it('adds what is missing, and leaves all that the app has', async () => {
      const entra = createEntraDouble();
      const app = addApp(entra, theirs);
      await setUp(entra, '--app-id', app.appId, '--federation');
      expect(only(entra).body).toMatchObject({
        identifierUris: ['https://contoso.com/app', `api://botid-${theBot}`],
        web: { redirectUris: ['https://contoso.com/signed-in', sharedApp.redirectUri] },
        api: {
          requestedAccessTokenVersion: 2,
          oauth2PermissionScopes: theirs.api.oauth2PermissionScopes,
          preAuthorizedApplications: [
            { appId: 'their-client', delegatedPermissionIds: ['their-scope'] },
            {
              appId: sharedApp.clients[0]?.appId,
              delegatedPermissionIds: ['their-scope', 'their-access'],
            },
            { appId: sharedApp.clients[1]?.appId, delegatedPermissionIds: ['their-access'] },
          ],
        },
        optionalClaims: {
          idToken: [{ name: 'acct' }],
          accessToken: [{ name: 'upn' }, { name: 'preferred_username' }],
        },
      });
      const access = only(entra).body['requiredResourceAccess'] as { resourceAccess: object[] }[];
      expect(access[0]?.resourceAccess).toHaveLength(5);
      expect(access[0]?.resourceAccess[0]).toEqual({ id: 'their-right', type: 'Role' });
    });

    it('takes it without any of that', async () => {
      const entra = createEntraDouble();
      const app = addApp(entra);
      const { done } = await setUp(entra, '--app-id', app.appId);
      expect(done.appId).toBe(app.appId);
      expect(only(entra).credentials).toHaveLength(1);
    });

    it('trusts the token service once, whatever that credential is called', async () => {
      const entra = createEntraDouble();
      const app = addApp(entra);
      const subject = `/eid1/c/pub/t/Z0UjAauJ783-3LqYdlQyEA/a/9ExAW52n_ky4ZiS_jhpJIQ/${theBot}`;
      app.credentials.push({ id: 'c1', name: 'made-by-hand', subject, issuer: 'wrong' });
      await setUp(entra, '--app-id', app.appId);
      expect(app.credentials).toMatchObject([
        { name: 'made-by-hand', issuer: `https://login.microsoftonline.com/${theTenant}/v2.0` },
      ]);
    });

    it('refuses one that other tenants can use, and one that isn’t there', async () => {
      const entra = createEntraDouble();
      const app = addApp(entra, { signInAudience: 'AzureADMultipleOrgs' });
      await expect(setUp(entra, '--app-id', app.appId)).rejects.toThrow('is open to other tenants');
      await expect(setUp(entra, '--app-id', theBot)).rejects.toThrow(`There is no app ${theBot}`);
      expect(entra.writes()).toEqual([]);
    });
  });

  describe('with --chat-page', () => {
    const host = 'func-genie-x.azurewebsites.net';
    const callback = `https://${host}/.auth/login/aad/callback`;
    const forPage = ['--chat-page', host];

    it('creates an app that people can sign in to, and that asks for nothing else', async () => {
      const entra = createEntraDouble();
      const { done, said, next } = await setUp(entra, ...forPage);
      const app = only(entra);
      expect(app.body).toEqual({
        displayName: 'Genie sign-in',
        signInAudience: 'AzureADMyOrg',
        api: {},
        web: { redirectUris: [callback], implicitGrantSettings: { enableIdTokenIssuance: true } },
        requiredResourceAccess: [
          {
            resourceAppId: sharedApp.graph.resourceAppId,
            resourceAccess: sharedApp.graph.scopes.map(({ id }) => ({ id, type: 'Scope' })),
          },
        ],
        optionalClaims: { idToken: [{ name: 'acct', essential: false }] },
      });
      expect(entra.servicePrincipals).toEqual(new Set([app.appId]));
      expect(next).toContain(`export CHAT_PAGE=true\n  export CHAT_PAGE_CLIENT_ID=${app.appId}\n`);
      expect(next).toContain(`https://${host}/api/chat`);
      expect(next).toContain(`az ad app permission admin-consent --id ${done.appId}`);
      expect(next).not.toContain('SSO_APP_ID');
      expect(said.every((line) => line.startsWith('✓'))).toBe(true);
    });

    it('trusts the bot’s identity instead of a secret', async () => {
      const entra = createEntraDouble();
      await setUp(entra, ...forPage);
      const { id: _, ...credential } = only(entra).credentials[0] ?? { id: '', name: '' };
      expect(credential).toEqual({
        name: 'bot-identity',
        description: sharedApp.page.credential.description,
        issuer: `https://login.microsoftonline.com/${theTenant}/v2.0`,
        audiences: ['api://AzureADTokenExchange'],
        subject: thePrincipal,
      });
    });

    it.each([
      ['twice', [forPage, forPage]],
      ['for another host, one at a time', [['--chat-page', 'genie.contoso.com'], forPage]],
    ])('keeps one app and one credential, %s', async (_how, runs) => {
      const entra = createEntraDouble();
      for (const run of runs) await setUp(entra, ...run);
      const uris = (only(entra).body['web'] as { redirectUris: string[] }).redirectUris;
      const hosts = new Set(runs.map(([, each]) => each));
      expect(uris).toHaveLength(hosts.size);
      expect(uris).toContain(callback);
      expect(only(entra).credentials).toHaveLength(1);
      expect(only(entra).body['optionalClaims']).toMatchObject({ idToken: [{ name: 'acct' }] });
    });

    it.each([1, 2, 3])('goes on where it was cut off after %i writes', async (writes) => {
      const entra = createEntraDouble();
      const az: typeof entra.az = (args, options) =>
        entra.writes().length >= writes && args[0] === 'rest' && !args.includes('get')
          ? Promise.reject(new AzError('The network is gone.'))
          : entra.az(args, options);
      await setUp({ ...entra, az }, ...forPage).catch(() => undefined);
      await setUp(entra, ...forPage);
      const whole = createEntraDouble();
      await setUp(whole, ...forPage);
      expect(only(entra).body).toEqual(only(whole).body);
      expect(only(entra).credentials).toHaveLength(1);
    });

    it('adds to the app that Genie is asked through, so that one sign-in does for both', async () => {
      const entra = createEntraDouble();
      await setUp(entra);
      const before = structuredClone(only(entra));
      await setUp(entra, ...forPage);
      const app = only(entra);
      expect(app.body).toMatchObject({
        identifierUris: before.body['identifierUris'],
        api: before.body['api'],
        web: { redirectUris: [sharedApp.redirectUri, callback] },
      });
      // With it the page gets a token for the app itself, which the bot's connection exchanges.
      expect(app.body['requiredResourceAccess']).toEqual(
        expect.arrayContaining([
          ...(before.body['requiredResourceAccess'] as object[]),
          {
            resourceAppId: app.appId,
            resourceAccess: [{ id: sharedApp.scope.id, type: 'Scope' }],
          },
        ]),
      );
      expect(app.credentials.map(({ name }) => name)).toEqual([
        'bot-token-service',
        'bot-identity',
      ]);
      // And the other way round, nothing of the page's is lost.
      await setUp(entra);
      expect(only(entra).body).toMatchObject({
        web: { redirectUris: [sharedApp.redirectUri, callback] },
        optionalClaims: { idToken: [{ name: 'acct' }] },
      });
    });

    it('leaves all that a company’s own app has', async () => {
      const entra = createEntraDouble();
      const app = addApp(entra, {
        web: { redirectUris: ['https://contoso.com/signed-in'] },
        optionalClaims: { idToken: [{ name: 'email' }], saml2Token: [{ name: 'upn' }] },
        requiredResourceAccess: [
          { resourceAppId: 'theirs', resourceAccess: [{ id: 'their-right', type: 'Role' }] },
        ],
      });
      app.credentials.push({ id: 'c1', name: 'theirs', subject: 'their-pipeline' });
      await setUp(entra, '--app-id', app.appId, ...forPage);
      expect(only(entra).body).toMatchObject({
        web: { redirectUris: ['https://contoso.com/signed-in', callback] },
        optionalClaims: {
          idToken: [{ name: 'email' }, { name: 'acct' }],
          saml2Token: [{ name: 'upn' }],
        },
        requiredResourceAccess: [
          { resourceAppId: 'theirs' },
          { resourceAppId: sharedApp.graph.resourceAppId },
        ],
      });
      expect(app.credentials.map(({ name }) => name)).toEqual(['theirs', 'bot-identity']);
    });

    it('says that the bot isn’t in this tenant, and changes nothing', async () => {
      const entra = createEntraDouble();
      const other = '55555555-0000-4000-8000-000000000001';
      await expect(setUp(entra, '--bot-app-id', other, ...forPage)).rejects.toThrow(
        `The tenant has no identity with the app ID ${other}.`,
      );
      expect(entra.writes()).toEqual([]);
    });

    it('shows every write in a dry run, and does none', async () => {
      const entra = createEntraDouble();
      const { said } = await setUp(entra, '--dry-run', ...forPage);
      const text = said.join('\n');
      expect(entra.writes()).toEqual([]);
      for (const words of [callback, 'enableIdTokenIssuance', thePrincipal, 'acct']) {
        expect(text).toContain(words);
      }
    });
  });

  describe('with --dry-run', () => {
    it.each([
      ['where there is no app', []],
      ['where there is one', ['--app-id', '33333333-0000-4000-8000-000000000001']],
    ])('shows every write and does none, %s', async (_where, more) => {
      const entra = createEntraDouble();
      if (more.length > 0) addApp(entra);
      const { said } = await setUp(entra, '--dry-run', '--admin-consent', ...more);
      const text = said.join('\n');
      expect(entra.writes()).toEqual([]);
      for (const words of [
        'api://botid-',
        'access_as_user',
        sharedApp.clients[0]?.appId,
        'POST /servicePrincipals',
        '/eid1/c/pub/t/Z0UjAauJ783-3LqYdlQyEA/',
        'az ad app permission admin-consent',
      ]) {
        expect(text).toContain(words);
      }
      expect(text).not.toContain('✓');
    });
  });

  describe('with --admin-consent', () => {
    it('gives it for everyone', async () => {
      const entra = createEntraDouble();
      const { done, next } = await setUp(entra, '--admin-consent');
      expect(entra.consented).toEqual(new Set([done.appId]));
      expect(next).not.toContain('admin-consent');
    });

    it('says who can where the person can’t, once the app is there', async () => {
      const entra = createEntraDouble();
      entra.tenant.canConsent = false;
      const { done, said, next } = await setUp(entra, '--admin-consent');
      expect(done.consent).toBe('refused');
      expect(only(entra).credentials).toHaveLength(1);
      expect(said.join('\n')).toContain('The consent takes an admin: a Cloud Application');
      expect(said.join('\n')).toContain('AADSTS65001');
      expect(said.join('\n')).not.toContain('az login');
      expect(next).toContain(`az ad app permission admin-consent --id ${done.appId}`);
    });
  });

  describe('where Entra ID refuses', () => {
    it('says what a strict policy on Application ID URIs needs, and goes on with it', async () => {
      const entra = createEntraDouble();
      entra.tenant.exemptsVersion2 = false;
      await expect(setUp(entra)).rejects.toThrow(
        `--identifier-uri api://<domain>/botid-${theBot} (docs/sign-in.md)`,
      );
      await setUp(entra, '--identifier-uri', `api://bot.contoso.com/botid-${theBot}`);
      expect(only(entra).body['identifierUris']).toEqual([`api://bot.contoso.com/botid-${theBot}`]);
    });

    it('says which role is missing', async () => {
      const entra = createEntraDouble();
      entra.tenant.canWrite = false;
      await expect(setUp(entra)).rejects.toThrow(
        'In Microsoft Entra ID, you need the role Application Administrator',
      );
      expect(entra.apps.size).toBe(0);
    });

    it('says that another app has the URI', async () => {
      const entra = createEntraDouble();
      addApp(entra, { identifierUris: [`api://botid-${theBot}`] });
      await expect(setUp(entra)).rejects.toThrow('Name that app with --app-id');
    });

    it('says that what is new needs time, where it stays unknown', async () => {
      const entra = createEntraDouble();
      entra.lag = 100;
      await expect(setUp(entra)).rejects.toThrow('Run the same command again in a minute.');
    });

    it('leaves other clouds alone', async () => {
      const entra = createEntraDouble();
      entra.tenant.cloud = 'AzureUSGovernment';
      await expect(setUp(entra)).rejects.toThrow('public cloud only, not in AzureUSGovernment');
    });
  });
});
