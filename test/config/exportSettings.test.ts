import { describe, expect, it } from 'vitest';
import { readExportSettings } from '../../src/config/exportSettings.ts';
import { type Env, readSettings } from '../../src/config/settings.ts';

function read(env: Env) {
  const settings = readSettings(env);
  return { exports: readExportSettings(settings), problems: settings.problems };
}

const baseUrlOf = (env: Env) => read(env).exports?.baseUrl;

describe('the settings of downloads', () => {
  it('have defaults where Azure says what the app is called', () => {
    expect(read({ WEBSITE_HOSTNAME: 'bot.azurewebsites.net' }).exports).toEqual({
      baseUrl: 'https://bot.azurewebsites.net',
      lifetimeMs: 15 * 60_000,
      allowedHosts: [],
    });
  });

  it('take the host of Core Tools for one without https', () => {
    expect(baseUrlOf({ WEBSITE_HOSTNAME: 'localhost:7071' })).toBe('http://localhost:7071');
  });

  it.each([
    ['https://bot.example', 'https://bot.example'],
    ['https://gateway.example/genie/', 'https://gateway.example/genie'],
    ['http://localhost:3978', 'http://localhost:3978'],
  ])('prefer an address of their own: %s', (text, baseUrl) => {
    expect(baseUrlOf({ PUBLIC_BASE_URL: text, WEBSITE_HOSTNAME: 'x' })).toBe(baseUrl);
  });

  it.each(['http://bot.example', 'bot.example', 'https://a:b@bot.example', 'https://x/?a=b'])(
    'refuse the address %s',
    (text) => {
      const { exports, problems } = read({ PUBLIC_BASE_URL: text });
      expect(exports).toBeUndefined();
      expect(problems).toEqual(['PUBLIC_BASE_URL must be an https address']);
    },
  );

  it('are absent where downloads are off, or no address is known', () => {
    expect(read({ ENABLE_EXPORT: 'false', PUBLIC_BASE_URL: 'https://x' }).exports).toBeUndefined();
    expect(read({})).toEqual({ exports: undefined, problems: [] });
  });

  it('take more hosts, with or without a star', () => {
    const EXPORT_ALLOWED_HOSTS = '*.blob.core.usgovcloudapi.net; Storage.Example';
    const { exports } = read({ WEBSITE_HOSTNAME: 'x', EXPORT_ALLOWED_HOSTS });
    expect(exports?.allowedHosts).toEqual(['blob.core.usgovcloudapi.net', 'storage.example']);
  });
});
