import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  encodeMessage,
  type FixtureHost,
  startFixtureHost,
} from '../../support/startFixtureHost.ts';

let host: FixtureHost;

beforeAll(async () => {
  const queues = {
    maxPollingInterval: '00:00:00.1000000',
    visibilityTimeout: '00:00:01',
    maxDequeueCount: 2,
    batchSize: 2,
    newBatchThreshold: 1,
  };
  host = await startFixtureHost({ hostJson: { extensions: { queues } } });
  await vi.waitFor(async () => expect(await host.queue('work').exists()).toBe(true));
});
afterAll(() => host.close());

const send = (queue: string, value: unknown) => host.queue(queue).sendMessage(encodeMessage(value));
const open = (gate: string) => fetch(`${host.url}/api/open/${gate}`, { method: 'POST' });

/** How many messages a queue holds, hidden ones too. */
async function countMessages(queue: string): Promise<number> {
  return (await host.queue(queue).getProperties()).approximateMessagesCount ?? 0;
}

test('the queue of a function is created, and a message reaches the function parsed', async () => {
  await send('work', { id: 1 });
  const events = await host.waitForEvent({ done: { id: 1 } });
  expect(events).toContainEqual({ message: { id: 1 }, count: 1 });
  expect(events).toContainEqual({ after: 'work', failed: false });
});

test('a message that was dealt with is deleted', async () => {
  await send('work', { id: 2 });
  await host.waitForEvent({ done: { id: 2 } });
  await vi.waitFor(async () => expect(await countMessages('work')).toBe(0));
});

test('a message that fails is tried again after visibilityTimeout, then moved to the poison queue', async () => {
  const sentAt = performance.now();
  await send('work', { id: 3, fail: true });
  await host.waitForEvent({ message: { id: 3, fail: true }, count: 2 });
  expect(performance.now() - sentAt).toBeGreaterThan(900);

  const events = await host.waitForEvent({ buried: { id: 3, fail: true }, count: 1 });
  expect(events).not.toContainEqual({ message: { id: 3, fail: true }, count: 3 });
  await vi.waitFor(async () => expect(await countMessages('work')).toBe(0));
});

test('a message that is not base64 goes to the poison queue without a run', async () => {
  await host.queue('work').sendMessage('not base64!');
  await host.waitForEvent({ buried: 'not base64!', count: 1 });
});

test('a message that fails in a poison queue stays there, hidden', async () => {
  await send('work-poison', 'never');
  await host.waitForEvent({ buried: 'never', count: 1 });
  await vi.waitFor(() => expect(host.logged.at(-1)?.message).toContain('Error: failed on purpose'));
  expect(await countMessages('work-poison')).toBe(1);
  const { peekedMessageItems } = await host.queue('work-poison').peekMessages();
  expect(peekedMessageItems).toEqual([]);
});

test('no more messages are taken while more than newBatchThreshold are being worked on', async () => {
  for (const until of ['a', 'b', 'c']) await send('work', { until });
  await host.waitForEvent({ message: { until: 'b' }, count: 1 });
  const { peekedMessageItems } = await host.queue('work').peekMessages();
  expect(peekedMessageItems).toHaveLength(1);

  await open('a');
  await host.waitForEvent({ message: { until: 'c' }, count: 1 });
  await open('b');
  await open('c');
  await host.waitForEvent({ done: { until: 'c' } });
});
