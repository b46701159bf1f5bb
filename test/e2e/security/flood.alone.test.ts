import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aMessage } from '../../support/activities.ts';
import { aPost } from '../../support/aPost.ts';
import { openSigned, type Signed } from '../../support/openSigned.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** The list that the SDK's Emulator path adds to, for every tenant that a token names. */
const countIssuers = () => ToBotFromBotOrEmulatorTokenValidationParameters.issuer?.length;

const requests = 2_000;

describe('a flood of 2,000 unsigned requests', () => {
  let bot: Signed;
  beforeAll(async () => {
    bot = await openSigned();
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await bot.close();
  });

  const withClaims = (claims: object) => {
    const token = bot.framework.createToken({ claims: { ...claims }, signedBy: 'strangers' });
    return { authorization: `Bearer ${token}` };
  };
  const aud = 'someone';

  it.each<[string, (index: number) => [body: unknown, headers?: Record<string, string>]]>([
    [
      'large and without a token',
      (index) => [aMessage({ id: `${index}`, text: 'x'.repeat(50_000) })],
    ],
    [
      'each from another tenant',
      (index) => [aMessage(), withClaims({ tid: `tenant-${index}`, aud })],
    ],
    [
      'each made out for us by another tenant, with a key that isn’t Microsoft’s',
      (index) => [
        aMessage({ serviceUrl: bot.connector.url }),
        withClaims({ tid: `tenant-${index}` }),
      ],
    ],
    [
      'each with another connector',
      (index) => [aMessage({ serviceUrl: `https://host-${index}.example` }), withClaims({})],
    ],
    ['each not an activity', (index) => [`{"type": "message", "id": ${index}}`]],
  ])('leaves memory as it was: %s', async (_what, make) => {
    const post = async (index: number) => {
      const { status = 0 } = await bot.app.receiveActivity(aPost(...make(index)));
      expect([400, 401]).toContain(status);
    };
    const flood = async (from: number) => {
      for (let index = from; index < from + requests; index++) await post(index);
      // What the test itself keeps.
      (bot.log as unknown[]).length = 0;
      vi.mocked(console.error).mockClear();
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const issuers = countIssuers();
    const before = await flood(0);
    const after = await flood(requests);
    expect(after - before).toBeLessThan(512 * 1024);
    expect(countIssuers()).toBe(issuers);
  });

  it('makes the bot fetch the signing keys once', () => {
    expect(bot.framework.requests.filter((path) => path === '/keys')).toHaveLength(1);
  });
});
