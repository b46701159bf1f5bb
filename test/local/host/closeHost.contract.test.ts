import { expect, onTestFinished, test } from 'vitest';
import {
  encodeMessage,
  type FixtureHost,
  startFixtureHost,
} from '../../support/startFixtureHost.ts';

async function start(): Promise<FixtureHost> {
  const host = await startFixtureHost();
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

test('a closed host takes no more requests', async () => {
  const host = await start();
  await host.stop();
  await expect(fetch(`${host.url}/api/events`)).rejects.toThrow('fetch failed');
});
