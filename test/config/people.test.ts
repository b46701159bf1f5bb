import { describe, expect, it } from 'vitest';
import type { BotIdentity } from '../../src/config/botIdentity.ts';
import { readPeopleRules } from '../../src/config/people.ts';
import { readSettings } from '../../src/config/settings.ts';

const tenant = '7B1E4F04-4f3e-4e5c-9f0a-5a2c3d7e9b11';
const multi = { kind: 'MultiTenant', appId: 'app', password: 'x' } as const;

function read(env: Record<string, string>, identity: BotIdentity) {
  const settings = readSettings(env);
  return { rules: readPeopleRules(settings, identity), problems: settings.problems };
}

describe('an email address says who a person is', () => {
  it.each<[string, BotIdentity, string | undefined]>([
    ['in the bot’s own tenant', { ...multi, tenantId: tenant }, tenant.toLowerCase()],
    ['nowhere, where the bot has none', multi, undefined],
    ['everywhere on a laptop', { kind: 'none' }, '*'],
  ])('%s', (_what, identity, expected) => {
    expect(read({ ALLOWED_TENANTS: '*' }, identity).rules.emailTenant).toBe(expected);
  });
});

describe('a list of people', () => {
  const local = { kind: 'none' } as const;
  it.each([
    ['ALLOWED_USERS', 'ada@example.com'],
    ['ALLOWED_USERS', '*'],
    ['ALLOWED_USERS', `${tenant}, Ada`],
    ['ALLOWED_TENANTS', 'contoso.com'],
    ['ALLOWED_TENANTS', `${tenant} contoso.onmicrosoft.com`],
    ['ALLOWED_TENANTS', `{${tenant}}`],
  ])('%s that has anything but ids in it, as %j, is a problem', (name, value) => {
    expect(read({ [name]: value }, local).problems).toEqual([
      expect.stringMatching(new RegExp(`^${name} must list ids`)),
    ]);
  });

  it.each([
    ['ALLOWED_USERS', `${tenant};${tenant}`],
    ['ALLOWED_TENANTS', tenant],
    ['ALLOWED_TENANTS', '*'],
  ])('%s may be %j', (name, value) => {
    expect(read({ [name]: value }, local).problems).toEqual([]);
  });
});
