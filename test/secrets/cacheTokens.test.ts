import { beforeEach, describe, expect, it } from 'vitest';
import { cacheTokens, type ReadToken } from '../../src/secrets/cacheTokens.ts';
import { createFakeClock, type FakeClock } from '../support/fakeClock.ts';

let clock: FakeClock;
let reads: number;
let readToken: () => Promise<ReadToken>;

beforeEach(() => {
  clock = createFakeClock();
  reads = 0;
  readToken = async () => tokenFor(60_000, 120_000);
});

/** `token 1`, `token 2`, … */
function tokenFor(staleInMs: number, usableMs: number): ReadToken {
  const now = clock.now();
  return { token: `token ${reads}`, staleAt: now + staleInMs, usableUntil: now + usableMs };
}

const create = () =>
  cacheTokens(() => {
    reads += 1;
    return readToken();
  }, clock);

const failing = () => Promise.reject(new Error('the source is away'));

describe('the cache', () => {
  it('reads nothing until it is asked, and then once until the token is stale', async () => {
    const tokens = create();
    expect(reads).toBe(0);
    expect(await tokens.getToken()).toBe('token 1');
    await clock.advance(59_999);
    expect(await tokens.getToken()).toBe('token 1');
    await clock.advance(1);
    expect(await tokens.getToken()).toBe('token 2');
  });

  it('reads once for all callers at the same time', async () => {
    const tokens = create();
    const got = await Promise.all([tokens.getToken(), tokens.getToken(), tokens.getToken()]);
    expect(got).toEqual(['token 1', 'token 1', 'token 1']);
    expect(reads).toBe(1);
  });

  it('hands out a token that is stale from the start, but reads again each time', async () => {
    readToken = async () => tokenFor(-1, -1);
    const tokens = create();
    expect(await tokens.getToken()).toBe('token 1');
    expect(await tokens.getToken()).toBe('token 2');
  });
});

describe('a failing source', () => {
  it('is an error if there was never a token, and is asked again next time', async () => {
    const tokens = create();
    const wellAgain = readToken;
    readToken = failing;
    await expect(tokens.getToken()).rejects.toThrow('the source is away');
    readToken = wellAgain;
    expect(await tokens.getToken()).toBe('token 2');
  });

  it('is bridged by the previous token, with a pause between the tries', async () => {
    const tokens = create();
    await tokens.getToken();
    readToken = failing;
    await clock.advance(60_000);
    expect(await tokens.getToken()).toBe('token 1');
    expect(await tokens.getToken()).toBe('token 1');
    expect(reads).toBe(2);
    await clock.advance(30_000);
    expect(await tokens.getToken()).toBe('token 1');
    expect(reads).toBe(3);
  });

  it('is bridged only as long as that token is usable', async () => {
    const tokens = create();
    await tokens.getToken();
    readToken = failing;
    await clock.advance(119_999);
    expect(await tokens.getToken()).toBe('token 1');
    await clock.advance(1);
    await expect(tokens.getToken()).rejects.toThrow('the source is away');
  });

  it('is not bridged by a token that was refused', async () => {
    const tokens = create();
    tokens.invalidate(await tokens.getToken());
    readToken = failing;
    await expect(tokens.getToken()).rejects.toThrow('the source is away');
  });
});

describe('invalidate', () => {
  it('makes the next call read again', async () => {
    const tokens = create();
    tokens.invalidate(await tokens.getToken());
    expect(await tokens.getToken()).toBe('token 2');
  });

  it('leaves a newer token alone', async () => {
    const tokens = create();
    const old = await tokens.getToken();
    tokens.invalidate(old);
    await tokens.getToken();
    tokens.invalidate(old);
    expect(await tokens.getToken()).toBe('token 2');
  });
});

it('a caller that gives up does not end the read for the others', async () => {
  const { promise, resolve } = Promise.withResolvers<ReadToken>();
  readToken = () => promise;
  const tokens = create();
  const abort = new AbortController();
  const impatient = tokens.getToken(abort.signal);
  const patient = tokens.getToken();
  abort.abort(new Error('no time'));
  await expect(impatient).rejects.toThrow('no time');
  resolve(tokenFor(60_000, 120_000));
  expect(await patient).toBe('token 1');
  expect(reads).toBe(1);
});
