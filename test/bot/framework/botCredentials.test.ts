import { generateKeyPairSync, verify } from 'node:crypto';
import type { AppCredentials } from 'botframework-connector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBotCredentials } from '../../../src/bot/framework/botCredentials.ts';
import { readBotCloud } from '../../../src/config/botCloud.ts';
import { type BotIdentity, readBotIdentity } from '../../../src/config/botIdentity.ts';
import { readSettings } from '../../../src/config/settings.ts';
import {
  type LoginDouble,
  type LoginRequest,
  startLoginDouble,
} from '../../support/loginDouble.ts';

const publicCloud = readBotCloud(readSettings({}));
const government = readBotCloud(readSettings({ ChannelService: 'https://botframework.azure.us' }));
const app = { MicrosoftAppId: 'app-id', MicrosoftAppTenantId: 'tenant-id' };

let login: LoginDouble;
beforeAll(async () => {
  login = await startLoginDouble();
});
afterAll(() => login.close());

function tokenOf(identity: BotIdentity, cloud = publicCloud): Promise<string> {
  const credentials = createBotCredentials(identity, cloud, (clientId) => ({
    getToken: async (scope) => ({
      token: `${clientId} for ${scope}`,
      expiresOnTimestamp: Date.now() + 3_600_000,
    }),
  }));
  const { scope, loginUrl } = cloud;
  const tenant = 'tenantId' in identity ? identity.tenantId : cloud.sharedTenant;
  return credentials
    .createCredentials('app-id', scope, `${loginUrl}${tenant}`, true)
    .then((created) => (created as AppCredentials).getToken(true));
}

describe('the bot’s own token', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const thumbprint = '0123456789abcdef0123456789abcdef01234567';
  const withCertificate = readBotIdentity(
    readSettings({
      ...app,
      CertificateThumbprint: thumbprint,
      CertificatePrivateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    }),
  );
  const withPassword = readBotIdentity(
    readSettings({ ...app, MicrosoftAppPassword: 'the secret' }),
  );

  it.each([
    [
      'the public cloud',
      publicCloud,
      'login.microsoftonline.com',
      'https://api.botframework.com/.default',
    ],
    [
      'the US government',
      government,
      'login.microsoftonline.us',
      'https://api.botframework.us/.default',
    ],
  ])('is fetched with a certificate in %s', async (_what, cloud, host, scope) => {
    expect(await tokenOf(withCertificate, cloud)).toBe(login.token);
    const [{ form, ...asked }] = login.requests.slice(-1) as [LoginRequest];
    expect(asked).toEqual({
      host,
      path: expect.stringMatching(/^\/tenant-id\/oauth2\/v2\.0\/token/),
    });
    expect(form).toMatchObject({ client_id: 'app-id', scope, grant_type: 'client_credentials' });
    expect(form).not.toHaveProperty('client_secret');

    const [header = '', claims = '', signature = ''] = (form['client_assertion'] ?? '').split('.');
    const signed = Buffer.from(`${header}.${claims}`);
    const isSigned = verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'));
    expect(isSigned).toBe(true);
    const sent = JSON.parse(Buffer.from(header, 'base64url').toString()).x5t;
    expect(Buffer.from(sent, 'base64url').toString('hex')).toBe(thumbprint);
  });

  it.each([
    ['the public cloud', publicCloud, 'login.microsoftonline.com'],
    ['the US government', government, 'login.microsoftonline.us'],
  ])('is fetched with a password in %s', async (_what, cloud, host) => {
    expect(await tokenOf(withPassword, cloud)).toBe(login.token);
    expect(login.requests.at(-1)).toMatchObject({ host, form: { client_secret: 'the secret' } });
  });

  it('is the managed identity’s and no other, if that is the identity', async () => {
    const before = login.requests.length;
    const identity: BotIdentity = {
      kind: 'UserAssignedMSI',
      appId: 'app-id',
      tenantId: 'tenant-id',
    };
    expect(await tokenOf(identity)).toBe('app-id for https://api.botframework.com/.default');
    expect(login.requests).toHaveLength(before);
  });
});
