import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSigningKeys } from '../../../src/bot/gate/signingKeys.ts';
import { createFakeClock } from '../../support/fakeClock.ts';

const hourMs = 3_600_000;

/** A key server whose behaviour a test sets; it counts how often its keys were asked for. */
let server: Server;
let url: string;
let answer: (response: ServerResponse) => void;
let asked: { metadata: number; keys: number };

const publish = (...kids: string[]) => {
  const keys = kids.map((kid) => ({
    kid,
    kty: 'RSA',
    n: 'AQAB',
    e: 'AQAB',
    endorsements: ['msteams'],
  }));
  answer = (response) => response.end(JSON.stringify({ keys }));
};
const fail = () => {
  answer = (response) => response.writeHead(500).end();
};

beforeEach(async () => {
  asked = { metadata: 0, keys: 0 };
  publish('first');
  server = createServer((request, response) => {
    if (request.url === '/keys') {
      asked.keys += 1;
      answer(response);
    } else {
      asked.metadata += 1;
      response.end(JSON.stringify({ jwks_uri: `${url}/keys` }));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.close().closeAllConnections();
  await once(server, 'close');
});

const open = (limitMs?: number) => {
  const clock = createFakeClock();
  return { clock, keys: createSigningKeys(`${url}/openid`, clock, limitMs) };
};

describe('the keys of the Bot Framework', () => {
  it('are read once for all who wait, and kept', async () => {
    const { keys } = open();
    const found = await Promise.all(Array.from({ length: 300 }, () => keys.find('first')));
    expect(found.every((key) => key?.endorsements.includes('msteams'))).toBe(true);
    await keys.find('first');
    expect(asked).toEqual({ metadata: 1, keys: 1 });
  });

  it('are looked up again for an unknown id, but at most once a minute', async () => {
    const { keys, clock } = open();
    await keys.find('first');
    for (let id = 0; id < 100; id += 1) expect(await keys.find(`made-up-${id}`)).toBeUndefined();
    expect(asked.keys).toBe(1);
    await clock.advance(60_000);
    publish('first', 'second');
    expect(await keys.find('second')).toBeDefined();
    for (let id = 0; id < 100; id += 1) await keys.find(`made-up-${id}`);
    expect(asked.keys).toBe(2);
  });

  it('stay good for days while the key server fails', async () => {
    const { keys, clock } = open();
    await keys.find('first');
    fail();
    for (let passed = 0; passed < 4 * 24; passed += 1) {
      await clock.advance(hourMs);
      expect(await keys.find('first')).toBeDefined();
    }
    await clock.advance(25 * hourMs);
    await expect(keys.find('first')).rejects.toThrow('500');
  });

  it('are read again in the background when they are a day old', async () => {
    const { keys, clock } = open();
    await keys.find('first');
    publish('second');
    await clock.advance(25 * hourMs);
    expect(await keys.find('first')).toBeDefined();
    await expect.poll(() => keys.find('second')).toBeDefined();
    expect(await keys.find('first')).toBeUndefined();
    expect(asked.keys).toBe(2);
  });

  it('leave it open whether an unknown id is published while they can’t be read', async () => {
    const { keys, clock } = open();
    await keys.find('first');
    fail();
    await clock.advance(60_000);
    await expect(keys.find('new')).rejects.toThrow('500');
    await expect(keys.find('new')).rejects.toThrow('500');
    expect(asked.keys).toBe(2);
    expect(await keys.find('first')).toBeDefined();
  });

  it('are waited for no longer than the limit, by one request for all', async () => {
    const { keys, clock } = open(200);
    answer = () => {};
    const waiting = Array.from({ length: 100 }, () => keys.find('first').catch(() => 'failed'));
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['failed']));
    expect(asked).toEqual({ metadata: 1, keys: 1 });
    publish('first');
    await clock.advance(1_000);
    expect(await keys.find('first')).toBeDefined();
  });

  it('are waited for by everyone whose key is being looked up', async () => {
    const { keys, clock } = open();
    await keys.find('first');
    publish('first', 'second');
    await clock.advance(60_000);
    const found = await Promise.all(['second', 'second', 'second'].map((kid) => keys.find(kid)));
    expect(found.map((key) => key !== undefined)).toEqual([true, true, true]);
  });

  it('are asked for once a second at most while there are none', async () => {
    const { keys, clock } = open();
    fail();
    for (let count = 0; count < 200; count += 1) {
      await expect(keys.find('first')).rejects.toThrow('500');
    }
    expect(asked.keys).toBe(1);
    await clock.advance(1_000);
    publish('first');
    expect(await keys.find('first')).toBeDefined();
  });

  it('are not followed to another address', async () => {
    const { keys } = open();
    answer = (response) => response.writeHead(302, { location: `${url}/openid` }).end();
    await expect(keys.find('first')).rejects.toThrow();
  });

  it.each([
    ['an error page', '<html>'],
    ['something else', '{"value":[]}'],
    ['keys without an end', ' '.repeat(1_100_000)],
  ])('are not taken from %s', async (_what, body) => {
    const { keys } = open();
    answer = (response) => response.end(body);
    await expect(keys.find('first')).rejects.toThrow();
  });
});
