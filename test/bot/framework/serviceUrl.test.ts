import { describe, expect, it } from 'vitest';
import { createServiceUrlCheck } from '../../../src/bot/framework/serviceUrl.ts';
import { readBotCloud } from '../../../src/config/botCloud.ts';
import { readSettings } from '../../../src/config/settings.ts';

const identity = { kind: 'UserAssignedMSI', appId: 'app', tenantId: 'tenant' } as const;
const check = (env: Record<string, string> = {}) =>
  createServiceUrlCheck(identity, readBotCloud(readSettings(env)));
const gov = { ChannelService: 'https://botframework.azure.us' };
const china = { ChannelService: 'https://botframework.azure.cn' };

describe('a service URL', () => {
  it.each([
    ['Teams', {}, 'https://smba.trafficmanager.net/emea/7b1e4f04/'],
    ['Teams in the US government’s GCC', {}, 'https://smba.infra.gcc.teams.microsoft.com/teams'],
    ['Web Chat', {}, 'https://webchat.botframework.com/'],
    ['Direct Line in Europe', {}, 'https://europe.directline.botframework.com/'],
    ['Teams for the US government', gov, 'https://smba.infra.gov.teams.microsoft.us/gcch/'],
    ['Teams for the US military', gov, 'https://smba.infra.dod.teams.microsoft.us/teams'],
    ['Direct Line for the US government', gov, 'https://directline.botframework.azure.us'],
    ['Direct Line in China', china, 'https://directline.botframework.azure.cn'],
    ['a host that was added', { BOT_SERVICE_HOSTS: 'new.example.net' }, 'https://new.example.net/'],
    [
      'a host under one that was added',
      { BOT_SERVICE_HOSTS: '.example.net' },
      'https://a.example.net/',
    ],
  ])('of %s is trusted', (_what, env, url) => {
    expect(check(env)(url)).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:password@smba.trafficmanager.net/',
    'https://evil.smba.trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    'https://evil.smba.infra.gcc.teams.microsoft.com/',
    'https://teams.microsoft.com/',
    'https://evilbotframework.com/',
    'https://botframework.com.evil.example/',
    'https://evil.example/#.botframework.com',
    'https://evil.example\\.botframework.com/',
    'https://evil.example/?.botframework.com',
    'https://directline.botframework.azure.us/',
    'https://127.0.0.1/',
    'http://localhost:3978/',
    'http://169.254.169.254/metadata',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//webchat.botframework.com/',
    'webchat.botframework.com',
    '',
  ])('like %j is not', (url) => {
    expect(check()(url)).toBe(false);
  });

  it('of another cloud is not trusted', () => {
    expect(check(gov)('https://webchat.botframework.com/')).toBe(false);
    expect(check(gov)('https://smba.infra.gcc.teams.microsoft.com/teams')).toBe(false);
    expect(check()('https://smba.infra.gov.teams.microsoft.us/teams')).toBe(false);
    expect(check(china)('https://webchat.botframework.com/')).toBe(false);
  });

  it.each(['localhost', '.com', '*.example.net', 'https://example.net', '10.0.0.1'])(
    'cannot be added as %j',
    (host) => {
      const settings = readSettings({ BOT_SERVICE_HOSTS: host });
      readBotCloud(settings);
      expect(settings.problems).toEqual([expect.stringContaining('BOT_SERVICE_HOSTS')]);
    },
  );

  it('can only be this machine’s if the bot has no identity', () => {
    const isConnector = createServiceUrlCheck({ kind: 'none' }, readBotCloud(readSettings({})));
    expect(isConnector('http://127.0.0.1:5000/')).toBe(true);
    expect(isConnector('https://webchat.botframework.com/')).toBe(false);
  });
});
