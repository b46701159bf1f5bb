import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import type { HostOptions } from '../../../local/host/startHost.ts';
import { toConnectionString } from '../../support/azurite.ts';
import { closedPort } from '../../support/closedPort.ts';
import {
  encodeMessage,
  type FixtureHost,
  startFixtureHost,
} from '../../support/startFixtureHost.ts';

async function start(options: Partial<HostOptions> = {}): Promise<FixtureHost> {
  const host = await startFixtureHost(options);
  onTestFinished(() => host.close());
  return host;
}

test('close waits until a message is dealt with', async () => {
  const host = await start();
  await host.queue('work').createIfNotExists();
  await host.queue('work').sendMessage(encodeMessage({ lastsMs: 500 }));
  await host.waitForEvent({ message: { lastsMs: 500 }, count: 1 });

  await host.stop();
  const { approximateMessagesCount } = await host.queue('work').getProperties();
  expect(approximateMessagesCount).toBe(0);
});

test('close gives up after two seconds on a message that doesn’t end', async () => {
  const host = await start();
  await host.queue('work').createIfNotExists();
  await host.queue('work').sendMessage(encodeMessage({ until: 'never' }));
  await host.waitForEvent({ message: { until: 'never' }, count: 1 });

  const startedAt = performance.now();
  await host.stop();
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeGreaterThan(1900);
  expect(tookMs).toBeLessThan(3000);
});

test('close gives work as long as it’s told to, which in Azure is ten seconds', async () => {
  const host = await start({ closingGraceMs: 10_000 });
  await host.queue('work').createIfNotExists();
  await host.queue('work').sendMessage(encodeMessage({ lastsMs: 2500 }));
  await host.waitForEvent({ message: { lastsMs: 2500 }, count: 1 });

  await host.stop();
  const { approximateMessagesCount } = await host.queue('work').getProperties();
  expect(approximateMessagesCount).toBe(0);
});

describe('the platform’s way to end an instance', () => {
  const call = (host: FixtureHost, method: string, path: string, key?: string) =>
    fetch(`${host.url}/admin/host/${path}`, {
      method,
      headers: key === undefined ? {} : { 'x-functions-key': key },
    });

  it('takes no further message, lets the running one end, and serves requests on', async () => {
    const host = await start({ masterKey: 'master' });
    const status = async () => (await call(host, 'GET', 'drain/status', 'master')).json();
    await host.queue('work').createIfNotExists();
    await host.queue('work').sendMessage(encodeMessage({ until: 'gate' }));
    await host.waitForEvent({ message: { until: 'gate' }, count: 1 });
    expect(await status()).toMatchObject({ state: 'Disabled', outstandingInvocations: 1 });

    expect((await call(host, 'POST', 'drain', 'master')).status).toBe(202);
    await host.queue('work').sendMessage(encodeMessage({ id: 'late' }));
    expect(await status()).toMatchObject({ state: 'InProgress', outstandingInvocations: 1 });
    await fetch(`${host.url}/api/open/gate`, { method: 'POST' });
    await host.waitForEvent({ done: { until: 'gate' } });
    await vi.waitFor(async () =>
      expect(await status()).toEqual({
        state: 'Completed',
        outstandingInvocations: 0,
        outstandingRetries: 0,
      }),
    );
    expect(await host.events()).not.toContainEqual({ message: { id: 'late' }, count: 1 });
    const { approximateMessagesCount } = await host.queue('work').getProperties();
    expect(approximateMessagesCount).toBe(1);
  });

  it.each([undefined, 'wrong'])('is closed to the key %s', async (key) => {
    const host = await start({ masterKey: 'master' });
    const refused = await call(host, 'POST', 'drain', key);
    expect([refused.status, await refused.text()]).toEqual([401, '']);
  });

  it('isn’t there on a laptop, where no key is set', async () => {
    const host = await start();
    expect((await call(host, 'POST', 'drain', 'undefined')).status).toBe(404);
  });
});

test('a host whose storage can’t be reached says so once, and takes nothing more', async () => {
  const nowhere = `http://127.0.0.1:${await closedPort()}`;
  const lost = vi.fn();
  const host = await start({
    storage: { connectionString: toConnectionString(nowhere, nowhere) },
    storageRetryMs: 5,
    onStorageLost: lost,
  });
  await vi.waitFor(() => expect(lost).toHaveBeenCalled());
  expect(lost).toHaveBeenCalledTimes(1);
  const said = host.logged.filter(({ message }) => message.includes('Host is shutting down'));
  expect(said).toHaveLength(1);
});

test('a closed host takes no more requests', async () => {
  const host = await start();
  await host.stop();
  await expect(fetch(`${host.url}/api/events`)).rejects.toThrow('fetch failed');
});
