import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { noFunc, startFuncHost } from '../../support/funcHost.ts';
import { type HostUnderTest, startLocalHost } from '../../support/hostUnderTest.ts';
import { requestAs } from '../../support/requestAs.ts';
import { encodeMessage } from '../../support/startFixtureHost.ts';

// What both hosts do with the fixture app, request by request and message by message. What they don't have in common is
// in docs/local-host.md.

const hostJson = {
  logging: {
    logLevel: {
      default: 'Information',
      Function: 'Warning',
      'Function.echo.User': 'Information',
    },
  },
  extensions: {
    queues: {
      maxPollingInterval: '00:00:00.1000000',
      visibilityTimeout: '00:00:01',
      maxDequeueCount: 2,
      messageEncoding: 'base64',
    },
  },
};

describe.each([
  { name: 'the local host', start: startLocalHost, missing: undefined },
  { name: 'Azure’s own host', start: startFuncHost, missing: noFunc },
])('$name', ({ start, missing }) => {
  describe.skipIf(missing)('by the contract', () => {
    let host: HostUnderTest;
    beforeAll(async () => {
      host = await start(hostJson);
      for (const name of ['work', 'work-poison']) await host.queue(name).createIfNotExists();
    }, 300_000);
    afterAll(() => host.close());

    const call = (path: string, init?: RequestInit) => fetch(`${host.url}${path}`, init);
    const echo = async (path: string, init: RequestInit = {}) => {
      const response = await call(path, { method: 'POST', ...init });
      return (await response.json()) as Record<string, unknown>;
    };
    const events = async () => JSON.stringify(await (await call('/api/events')).json());
    const eventually = (look: () => Promise<void> | void) =>
      vi.waitFor(look, { timeout: 30_000, interval: 100 });
    const held = async (name: string) =>
      (await host.queue(name).getProperties()).approximateMessagesCount;

    it('gives a function params, query, headers and body', async () => {
      const got = await echo('/api/echo/12/last?x=1', {
        headers: { 'user-agent': 'a test' },
        body: 'héllo',
      });
      expect(got).toMatchObject({
        params: { id: '12', part: 'last' },
        query: { x: '1' },
        agent: 'a test',
        text: 'héllo',
      });
    });

    it.each([
      ['GET', '/api/echo/word', 200],
      ['GET', '/API/Echo/WORD', 200],
      ['GET', '/api/echo/word/', 200],
      ['GET', '/api/echo/a/b%20c', 200],
      ['HEAD', '/api/echo/word', 404],
      ['DELETE', '/api/events', 404],
      ['POST', '/api/echo/twelve', 404],
      ['GET', '/api/unknown', 404],
      ['GET', '/api//echo/word', 404],
      ['GET', '/echo/word', 404],
      ['GET', '/api/nothing', 204],
      ['GET', '/api/broken', 500],
    ])('answers %s %s with %i', async (method, path, status) => {
      const { host: name } = new URL(host.url);
      const answer = await requestAs(`${host.url}${path}`, { host: name }, { method });
      expect(answer.status).toBe(status);
      if (status >= 400) expect(answer.body).toBe('');
    });

    it('gives a function no body that comes in chunks', async () => {
      const body = new Blob(['words']).stream();
      expect(await echo('/api/echo/1', { body, duplex: 'half' } as RequestInit)).toMatchObject({
        text: '',
      });
    });

    it('joins the values of a query’s name', async () => {
      expect(await echo('/api/echo/1?x=a&x=b')).toMatchObject({ query: { x: 'a,b' } });
    });

    it('announces no length of a response', async () => {
      const { headers } = await call('/api/echo/word');
      expect(headers.get('content-length')).toBeNull();
      expect(headers.get('transfer-encoding')).toBe('chunked');
    });

    it.each([
      { what: 'a request line of 9 KB', query: 'x'.repeat(9000), long: '', status: 414 },
      { what: '30 KB of headers', query: '', long: 'x'.repeat(30_000), status: 200 },
      { what: '33 KB of headers', query: '', long: 'x'.repeat(33_000), status: 431 },
    ])('answers $what with $status', async ({ query, long, status }) => {
      const answer = await requestAs(`${host.url}/api/echo/word?${query}`, { long });
      expect(answer.status).toBe(status);
    });

    it('fails on a body that is announced above 100 MB', async () => {
      const socket = connect(Number(new URL(host.url).port), '127.0.0.1');
      const length = 100 * 1024 * 1024 + 1;
      socket.write(
        `POST /api/echo/1 HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n\r\n`,
      );
      const answer = await new Promise<string>((resolve) =>
        socket.once('data', (data) => resolve(String(data))),
      );
      socket.destroy();
      expect(answer).toMatch(/^HTTP\/1.1 500 /);
    });

    it('logs what a function says from the level on that host.json names', async () => {
      await echo('/api/echo/1');
      await eventually(() => expect(host.output()).toContain('a *** line'));
      expect(host.output()).not.toContain('a debug line');
      expect(host.output()).not.toContain("Executing 'Functions.echo'");
    });

    it('logs the message and stack of what a function throws, and not its cause', async () => {
      await call('/api/broken');
      await eventually(() => expect(host.output()).toContain('broken on purpose'));
      expect(host.output()).not.toContain('its cause');
    });

    it('hands a queue message on parsed, and deletes it', async () => {
      await host.queue('work').sendMessage(encodeMessage({ id: 1 }));
      await eventually(async () => expect(await events()).toContain('{"done":{"id":1}}'));
      await eventually(async () => expect(await held('work')).toBe(0));
    });

    it('tries a message that fails as often as host.json says, and then hands it to the function of its poison queue', async () => {
      await host.queue('work').sendMessage(encodeMessage({ id: 3, fail: true }));
      await eventually(async () =>
        expect(await events()).toContain('{"buried":{"id":3,"fail":true},"count":1}'),
      );
      expect(await events()).toContain('{"message":{"id":3,"fail":true},"count":2}');
      expect(await events()).not.toContain('{"message":{"id":3,"fail":true},"count":3}');
    });

    it('moves a message that isn’t Base64 to the poison queue, and calls no function for it', async () => {
      await host.queue('work').sendMessage('not base64!');
      await eventually(async () => expect(await held('work')).toBe(0));
      await host.queue('work-poison').sendMessage(encodeMessage('after'));
      await eventually(async () =>
        expect(await events()).toContain('{"buried":"after","count":1}'),
      );
      expect(await events()).not.toContain('not base64!');
    });
  });
});
