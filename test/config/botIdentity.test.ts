import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readBotIdentity } from '../../src/config/botIdentity.ts';
import { type PeopleRules, readPeopleRules } from '../../src/config/people.ts';
import { readSettings } from '../../src/config/settings.ts';

const app = { MicrosoftAppId: 'app', MicrosoftAppTenantId: 'Tenant' };
const one = '11111111-2222-3333-4444-aaaaaaaaaaaa';
const two = '99999999-8888-7777-6666-bbbbbbbbbbbb';
const password = { MicrosoftAppPassword: 'password' };
const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const thumbprint = 'a'.repeat(40);
const certificate = { CertificateThumbprint: thumbprint, CertificatePrivateKey: key };

function read(env: Record<string, string>) {
  const settings = readSettings(env);
  const identity = readBotIdentity(settings);
  const people = readPeopleRules(settings, identity);
  return { identity, people, problems: settings.problems };
}

describe('the identity', () => {
  it('has its app id in lower case, as tokens do', () => {
    const { identity, problems } = read({ ...app, ...password, MicrosoftAppId: one.toUpperCase() });
    expect(problems).toEqual([]);
    expect(identity).toMatchObject({ kind: 'SingleTenant', appId: one });
  });

  it('can be a certificate, with its line ends written out', () => {
    const { identity, problems } = read({
      ...app,
      CertificateThumbprint: 'AA:'.repeat(19).concat('AA'),
      CertificatePrivateKey: key.replaceAll('\n', '\\n'),
    });
    expect(problems).toEqual([]);
    expect(identity).toMatchObject({
      kind: 'SingleTenant',
      certificate: { thumbprint: 'A'.repeat(40), privateKey: key },
    });
  });

  it.each([
    ['a certificate beside a password', { ...app, ...password, ...certificate }, /keep one/],
    [
      'a key without a thumbprint',
      { ...app, CertificatePrivateKey: key },
      /CertificateThumbprint must/,
    ],
    [
      'a thumbprint without a key',
      { ...app, CertificateThumbprint: thumbprint },
      /PrivateKey must/,
    ],
    [
      'a key that is none',
      { ...app, ...certificate, CertificatePrivateKey: 'x' },
      /PrivateKey must/,
    ],
    [
      'a certificate beside a managed identity',
      { ...app, ...certificate, MicrosoftAppType: 'UserAssignedMSI' },
      /CertificatePrivateKey must not/,
    ],
    ['a certificate without an app id', certificate, /MicrosoftAppId is missing/],
    ['neither a password nor a certificate', app, /MicrosoftAppPassword is missing/],
  ])('cannot be %s', (_what, env, problem) => {
    const { problems } = read(env);
    expect(problems.join('\n')).toMatch(problem);
    expect(problems.join('\n')).not.toContain('PRIVATE KEY-');
  });
});

describe('no identity', () => {
  it.each([
    'WEBSITE_INSTANCE_ID',
    'WEBSITE_SITE_NAME',
    'CONTAINER_NAME',
    'CONTAINER_APP_NAME',
    'KUBERNETES_SERVICE_HOST',
  ])('is a problem where %s says that this is no laptop', (name) => {
    const { problems } = read({ [name]: 'x' });
    expect(problems).toEqual([expect.stringContaining('anybody could talk to the bot')]);
    expect(read({ [name]: 'x', ...app, ...password }).problems).toEqual([]);
  });
});

describe('who may talk to the bot', () => {
  it.each<[string, Record<string, string>, PeopleRules]>([
    [
      'is the bot’s own tenant without its guests',
      { ...app, ...password },
      { tenants: ['tenant'], guests: false },
    ],
    ['is everybody on this machine', {}, { guests: true }],
    [
      'is who the settings list, whatever their case',
      {
        ...app,
        ...password,
        ALLOWED_TENANTS: `${one}, ${two.toUpperCase()}`,
        ALLOWED_USERS: `${two.toUpperCase()};${one}`,
        ALLOW_GUESTS: 'yes',
      },
      { tenants: [one, two], users: [two, one], guests: true },
    ],
    [
      'is every tenant, if that is said',
      { ...app, ...password, ALLOWED_TENANTS: '*' },
      { guests: false },
    ],
    [
      'is the bot’s own tenant for a bot of many tenants too',
      { ...app, ...password, MicrosoftAppType: 'MultiTenant' },
      { tenants: ['tenant'], guests: false },
    ],
  ])('%s', (_what, env, rules) => {
    const { people, problems } = read(env);
    expect(problems).toEqual([]);
    const { emailTenant: _, ...who } = people;
    expect(who).toEqual(rules);
  });

  it('is not guessed for a bot of many tenants that has none of its own', () => {
    const env = { MicrosoftAppId: 'app', ...password, MicrosoftAppType: 'MultiTenant' };
    expect(read(env).problems).toEqual([expect.stringContaining('ALLOWED_TENANTS is missing')]);
  });
});
