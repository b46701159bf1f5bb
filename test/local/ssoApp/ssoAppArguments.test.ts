import { describe, expect, it } from 'vitest';
import { encodeGuid } from '../../../local/ssoApp/encodeGuid.ts';
import { readSsoAppArguments } from '../../../local/ssoApp/ssoAppArguments.ts';

const bot = '0C1F6A52-8f0b-4c55-8a2e-1d1f5b3c7e90';

describe('the arguments of npm run sso-app', () => {
  it('need a resource group or the bot’s app ID, and nothing else', () => {
    expect(readSsoAppArguments(['--resource-group', 'rg-genie'])).toEqual({
      bot: { resourceGroup: 'rg-genie', deployment: 'genie' },
      appId: undefined,
      name: 'Genie sign-in',
      identifierUri: undefined,
      uniqueIdentifier: undefined,
      pageHosts: [],
      federation: false,
      adminConsent: false,
      dryRun: false,
    });
    expect(readSsoAppArguments(['--bot-app-id', bot]).bot).toEqual({ appId: bot.toLowerCase() });
  });

  it.each([
    [[]],
    [['--what']],
    [['rg-genie']],
    [['--resource-group', 'rg-genie', '--bot-app-id', bot]],
  ])('are explained where they are wrong: %j', (given) => {
    expect(() => readSsoAppArguments(given)).toThrow('Usage: npm run sso-app');
  });

  it.each([
    ['--bot-app-id', 'genie'],
    ['--bot-app-id', `${bot}'`],
    ['--app-id', `${bot}) or (1`],
    ['--resource-group', 'rg;rm'],
    ['--deployment', '--all'],
    ['--identifier-uri', 'https://contoso.com'],
    ['--identifier-uri', 'api://a b'],
    ['--unique-identifier', '/eid1/c/pub/t/x/a/y/z'],
    ['--name', ''],
  ])('take no %s that can’t be one: %s', (option, value) => {
    const others = /app-id|group/.test(option) ? [] : ['--bot-app-id', bot];
    const needed = option === '--app-id' ? ['--bot-app-id', bot] : others;
    expect(() => readSsoAppArguments([...needed, `${option}=${value}`])).toThrow(
      `${option} must be`,
    );
  });
});

describe('the argument --chat-page of npm run sso-app', () => {
  const read = (...more: string[]) => readSsoAppArguments(['--bot-app-id', bot, ...more]);

  it('can be given for each host of the page', () => {
    const hosts = ['Func-Genie.azurewebsites.net', 'genie.contoso.com', 'genie.contoso.com'];
    expect(read(...hosts.flatMap((host) => ['--chat-page', host])).pageHosts).toEqual([
      'func-genie.azurewebsites.net',
      'genie.contoso.com',
    ]);
  });

  it.each([
    'https://genie.contoso.com',
    'genie.contoso.com/api/chat',
    'genie.contoso.com:8080',
    'genie.contoso.com?x',
    'user@genie.contoso.com',
    'genie',
    '.',
    '',
    'a b.contoso.com',
    'genie.contoso.com\\x',
  ])('takes no host that can’t be one: %s', (host) => {
    expect(() => read('--chat-page', host)).toThrow('--chat-page must be a host name');
  });

  it.each([
    ['--federation'],
    ['--identifier-uri=api://contoso.com/botid-x'],
    ['--unique-identifier=genie'],
  ])('goes without %s, which would do nothing', (option) => {
    expect(() => read('--chat-page', 'genie.contoso.com', option)).toThrow('Run the command twice');
    expect(() => read(option)).not.toThrow();
  });
});

describe('a GUID, encoded', () => {
  it.each([
    ['5b404cf4-a79d-4cfe-b866-24bf8e1a4921', '9ExAW52n_ky4ZiS_jhpJIQ'],
    ['5B404CF4-A79D-4CFE-B866-24BF8E1A4921', '9ExAW52n_ky4ZiS_jhpJIQ'],
    ['f3723d34-6ff5-4ceb-a148-d99dcd2511fc', 'ND1y8_Vv60yhSNmdzSUR_A'],
    ['00000000-0000-0000-0000-000000000000', 'AAAAAAAAAAAAAAAAAAAAAA'],
    ['ffffffff-ffff-ffff-ffff-ffffffffffff', '_____________________w'],
  ])('%s is what Microsoft’s services write: %s', (guid, encoded) => {
    expect(encodeGuid(guid)).toBe(encoded);
  });
});
