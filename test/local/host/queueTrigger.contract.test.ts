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
});
afterAll(() => host.close());

const send = (queue: string, value: unknown) => host.queue(queue).sendMessage(encodeMessage(value));
const open = (gate: string) => fetch(`${host.url}/api/open/${gate}`, { method: 'POST' });

/** How many messages a queue holds, hidden ones too. */
async function countMessages(queue: string): Promise<number> {
  return (await host.queue(queue).getProperties()).approximateMessagesCount ?? 0;
}

test('the queue of a function isn’t created, as its sender does that; then a message arrives parsed', async () => {
  await vi.waitFor(async () => expect(await host.events()).toContainEqual(expect.anything()));
  expect(await host.queue('work').exists()).toBe(false);
  await host.queue('work').create();
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

test('a message that isn’t Base64 goes to the poison queue without a run, and there it never runs either', async () => {
  await host.queue('work').sendMessage('not base64!');
  await vi.waitFor(async () => expect(await countMessages('work-poison')).toBe(1));
  // What is sent after it has run by the time that it would have.
  await send('work-poison', 'after');
  const events = await host.waitForEvent({ buried: 'after', count: 1 });
  expect(events).not.toContainEqual({ buried: 'not base64!', count: 1 });
  await vi.waitFor(async () => expect(await countMessages('work-poison')).toBe(1));
  await host.queue('work-poison').clearMessages();
});

test('Base64 that isn’t UTF-8 fails like any message, and again in the poison queue', async () => {
  const isFailure = ({ category, message }: { category: string; message: string }) =>
    category === 'Function.work' && message.includes('TypeError');
  await host.queue('work').sendMessage(Buffer.from([0xff, 0xfe, 0x41]).toString('base64'));
  await vi.waitFor(
    () =>
      expect(host.logged).toContainEqual(
        expect.objectContaining({
          category: 'Function.buried',
          message: expect.stringContaining('TypeError'),
        }),
      ),
    { timeout: 8000 },
  );
  expect(host.logged.filter(isFailure)).toHaveLength(2);
  expect(await countMessages('work-poison')).toBe(1);
  await host.queue('work-poison').clearMessages();
});

test('a message that fails in a poison queue stays there, hidden', async () => {
  await send('work-poison', 'never');
  await host.waitForEvent({ buried: 'never', count: 1 });
  await vi.waitFor(() =>
    expect(host.logged).toContainEqual(
      expect.objectContaining({
        category: 'Function.buried',
        message: expect.stringContaining('Error: failed on purpose'),
      }),
    ),
  );
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
