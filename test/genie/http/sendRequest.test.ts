import { getEventListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SendOptions, sendRequest } from '../../../src/genie/http/sendRequest.ts';
import { type ScriptedServer, startScriptedServer } from '../../support/scriptedServer.ts';

let genie: ScriptedServer;

beforeEach(async () => {
  genie = await startScriptedServer();
});

afterEach(() => genie.close());

function send(options: Partial<SendOptions> = {}) {
  const defaults = { origin: genie.url, token: 'dapi-test', timeoutMs: 2_000, now: () => 0 };
  return sendRequest({ method: 'GET', path: ['spaces'] }, { ...defaults, ...options });
}

const megabyte = Buffer.alloc(1024 * 1024, 'x');

/** Writes until the other side has had enough. */
function writeForever(response: ServerResponse): void {
  while (!response.destroyed && response.write(megabyte));
  if (!response.destroyed) response.once('drain', () => writeForever(response));
}

describe('a good response', () => {
  it('is JSON, whatever type it claims', async () => {
    genie.next({ body: '{"a":"ü"}' });
    expect(await send()).toEqual({ a: 'ü' });
  });

  it('can be empty', async () => {
    genie.next({ status: 200 });
    expect(await send()).toBeUndefined();
  });

  it('of 20 MB is read', async () => {
    genie.next({ body: JSON.stringify('y'.repeat(20 * 1024 * 1024)) });
    expect(await send()).toHaveLength(20 * 1024 * 1024);
  });
});

describe('a bad response', () => {
  it('is refused without quoting it, because it may contain data', async () => {
    genie.next({ body: '<html>secret salary</html>', headers: { 'content-type': 'text/html' } });
    const failure = await send().catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'genie-bad-response',
      message: 'Genie answered 200 with something that is not JSON (text/html)',
    });
    expect(JSON.stringify(failure)).not.toContain('salary');
  });

  it('is cut off at 32 MB if it never ends', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    genie.next((_request, response) => {
      closed = new Promise((resolve) => response.once('close', resolve));
      writeForever(response);
    });
    await expect(send({ timeoutMs: 20_000 })).rejects.toMatchObject({
      code: 'too-large',
      message: `Genie answered with more than ${32 * 1024 * 1024} bytes`,
    });
    await closed; // The connection was given up, not read on.
  });

  it('counts as unreachable, and as perhaps acted on, if it breaks off in the middle', async () => {
    genie.next((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"a":', () => response.destroy());
    });
    const failure = { code: 'genie-unreachable', details: { acted: 'maybe' } };
    await expect(send()).rejects.toMatchObject(failure);
  });

  it('times out if it stops in the middle', async () => {
    genie.next((_request, response) => {
      response.writeHead(200).write('{"a":');
    });
    await expect(send({ timeoutMs: 100 })).rejects.toMatchObject({
      code: 'genie-timeout',
      message: 'Genie did not answer within 100 ms',
    });
  });

  it('is not followed if it redirects, so that the token stays here', async () => {
    await using elsewhere = await startScriptedServer();
    genie.next({ status: 302, headers: { location: `${elsewhere.url}/login.html` } });
    await expect(send()).rejects.toMatchObject({ code: 'genie-sign-in' });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('a response that claims success', () => {
  const blocked = 'Source IP address: 203.0.113.7 is blocked by Databricks IP ACL';
  it.each([
    ['a sign-in page', '<!doctype html><title>Databricks - Sign In</title>', 'genie-sign-in'],
    ['a page that sends to one', '<html><script>location="/login.html"</script>', 'genie-sign-in'],
    ['a form', '<html><form><input name=p type="password"></form></html>', 'genie-sign-in'],
    ['a page about the address', `<html><p>${blocked}</p></html>`, 'genie-forbidden'],
    ['a page about the workspace', '<html>Workspace 1 is paused</html>', 'genie-inactive'],
    ['an error', { error_code: 'PERMISSION_DENIED', message: 'no' }, 'genie-forbidden'],
    ['an error', { error_code: 403, message: blocked }, 'genie-forbidden'],
  ])('and is %s certainly isn’t one: %j', async (_what, body, code) => {
    genie.next({ body });
    await expect(send()).rejects.toMatchObject({ code, details: { status: 200, acted: 'no' } });
  });

  it.each([
    ['another page', '<html><title>Genie</title><a href="/login">Sign in</a></html>'],
    ['a page of a proxy in trouble', '<html><title>Login service unavailable</title></html>'],
    ['no page', 'Sign In'],
  ])('and is %s may be one', async (_what, body) => {
    genie.next({ body });
    const failure = { code: 'genie-bad-response', details: { acted: 'maybe' } };
    await expect(send()).rejects.toMatchObject(failure);
  });

  it.each([{ error_code: 'NEW' }, { message: 'blocked by Databricks IP ACL' }, [1]])(
    'and is JSON that names no refusal is one: %j',
    async (body) => {
      genie.next({ body });
      expect(await send()).toEqual(body);
    },
  );
});

it('an error message contains neither the token nor the question', async () => {
  genie.next({ status: 400, body: { message: 'token-1 cannot ask "Who earns most?" here' } });
  const body = { content: 'Who earns most?' };
  const failing = sendRequest(
    { method: 'POST', path: ['spaces'], body },
    { origin: genie.url, token: 'token-1', timeoutMs: 2_000, now: () => 0 },
  );
  await expect(failing).rejects.toThrow(/400: \[…\] cannot ask "\[…\]" here$/);
});

describe('a request certainly never arrived', () => {
  it.each([
    ['the host name doesn’t exist', 'https://workspace.invalid'],
    ['the server doesn’t speak TLS', () => genie.url.replace('http:', 'https:')],
  ])('if %s', async (_what, origin) => {
    const failing = send({ origin: typeof origin === 'string' ? origin : origin() });
    await expect(failing).rejects.toMatchObject({
      code: 'genie-unreachable',
      details: { acted: 'no' },
    });
  });

  it.each(['', 'two words', 'line\nend', 'umläut'])(
    'if its token is %j, which isn’t quoted',
    async (token) => {
      const failure = await send({ token }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'genie-unauthorized', details: { acted: 'no' } });
      if (token) expect(String(failure)).not.toContain(token);
      expect(genie.requests).toEqual([]);
    },
  );
});

describe('an abort', () => {
  it('ends the exchange at once, with its own reason', async () => {
    const abort = new AbortController();
    const reason = new Error('no longer needed');
    genie.next(() => abort.abort(reason));
    await expect(send({ signal: abort.signal, timeoutMs: 20_000 })).rejects.toBe(reason);
  });

  it('sends nothing if it came first', async () => {
    const reason = new Error('too late');
    await expect(send({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(genie.requests).toEqual([]);
  });

  it('leaves no listener on a signal that lives on', async () => {
    const abort = new AbortController();
    genie.otherwise({ body: {} });
    for (let count = 0; count < 20; count += 1) await send({ signal: abort.signal });
    expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
  });
});
