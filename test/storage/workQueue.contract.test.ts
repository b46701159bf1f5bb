import { Buffer } from 'node:buffer';
import { QueueClient } from '@azure/storage-queue';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Work, WorkQueue } from '../../src/questions/ports.ts';
import { createStorageClients } from '../../src/storage/storageClients.ts';
import { parseWork } from '../../src/storage/workMessage.ts';
import { createWorkQueue } from '../../src/storage/workQueue.ts';
import { startAzurite, toConnectionString } from '../support/azurite.ts';
import { expectGivesUp } from '../support/expectGivesUp.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { startLossyProxy } from '../support/lossyProxy.ts';
import { createMemoryQueue } from '../support/memoryQueue.ts';

interface Twin {
  queue: WorkQueue;
  now(): number;
  /** What can be seen now. */
  receive(): Promise<ReturnType<typeof parseWork>>;
  /** Lets a little time pass; on Azurite, time passes by itself. */
  pass(): Promise<void>;
  close(): Promise<void>;
}

async function openMemory(): Promise<Twin> {
  const clock = createFakeClock();
  const queue = createMemoryQueue(clock, parseWork);
  return {
    queue,
    now: clock.now,
    receive: async () => (await queue.receive())?.work,
    pass: () => clock.advance(100),
    close: async () => {},
  };
}

async function openAzurite(): Promise<Twin> {
  const azurite = await startAzurite();
  const value = azurite.connectionString;
  const { openQueue } = createStorageClients({ kind: 'connection-string', value });
  const client = new QueueClient(value, 'questions');
  return {
    queue: createWorkQueue(openQueue('questions')),
    now: Date.now,
    async receive() {
      const { receivedMessageItems } = await client.receiveMessages();
      const [message] = receivedMessageItems;
      return message && parseWork(Buffer.from(message.messageText, 'base64').toString());
    },
    pass: () => new Promise((resolve) => setTimeout(resolve, 100)),
    close: azurite.close,
  };
}

const go: Work = { kind: 'go', questionId: 's1-q1' };
const watch: Work = { kind: 'watch', questionId: 's1-q1' };

describe.each([
  { twin: 'in memory', open: openMemory },
  { twin: 'on Azurite', open: openAzurite },
])('the work queue $twin', ({ open }) => {
  let twin: Twin;
  beforeEach(async () => {
    twin = await open();
  });
  afterEach(() => twin.close());

  test('work without a delay is visible right away, to one receiver', async () => {
    await twin.queue.send(go);
    expect(await twin.receive()).toEqual(go);
    expect(await twin.receive()).toBeUndefined();
  });

  test('work is received in the order it was sent', async () => {
    const all = ['a', 'b', 'c'].map((questionId): Work => ({ kind: 'go', questionId }));
    for (const work of all) await twin.queue.send(work);
    expect([await twin.receive(), await twin.receive(), await twin.receive()]).toEqual(all);
  });

  test('work with a delay is visible once the delay is over, and not before', async () => {
    const sentAt = twin.now();
    await twin.queue.send(watch, 1_100);
    await twin.queue.send(go);
    expect(await twin.receive()).toEqual(go);
    let received = await twin.receive();
    while (!received) {
      await twin.pass();
      received = await twin.receive();
    }
    expect(received).toEqual(watch);
    expect(twin.now() - sentAt).toBeGreaterThanOrEqual(1_100);
  });

  test('a delay longer than the queue allows is cut, and a negative one is ignored', async () => {
    await twin.queue.send(watch, 30 * 24 * 60 * 60 * 1_000);
    await twin.queue.send(go, -1);
    expect(await twin.receive()).toEqual(go);
    expect(await twin.receive()).toBeUndefined();
  });
});

describe('the queue client', () => {
  async function openBehindProxy() {
    const azurite = await startAzurite();
    const proxy = await startLossyProxy(azurite.queueAddress);
    const value = toConnectionString(azurite.tableAddress, proxy.address);
    const { openQueue } = createStorageClients({ kind: 'connection-string', value });
    const queue = createWorkQueue(openQueue('questions'));
    return { azurite, proxy, queue };
  }

  test('creates the queue with the first send; after that, a send is one request', async () => {
    const { azurite, proxy, queue } = await openBehindProxy();
    await queue.send(go);
    expect(proxy.requests).toEqual(['POST', 'PUT', 'POST']);
    await queue.send(go);
    expect(proxy.requests).toHaveLength(4);
    await Promise.all([proxy.close(), azurite.close()]);
  });

  test('sends again if the reply was lost, so that work arrives at least once', async () => {
    const { azurite, proxy, queue } = await openBehindProxy();
    await queue.send(watch);
    proxy.loseReplyTo('POST');
    await queue.send(go);
    const client = new QueueClient(azurite.connectionString, 'questions');
    const { peekedMessageItems } = await client.peekMessages({ numberOfMessages: 10 });
    expect(peekedMessageItems).toHaveLength(3);
    await Promise.all([proxy.close(), azurite.close()]);
  });

  test('reports soon that the queue is down', async () => {
    const { azurite, proxy, queue } = await openBehindProxy();
    await Promise.all([proxy.close(), azurite.close()]);
    const startedAt = performance.now();
    const cause = expect.objectContaining({ code: 'ECONNREFUSED' });
    await expect(queue.send(go)).rejects.toMatchObject({ code: 'storage', cause });
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });

  test('gives up after 10 s on a queue that never answers', async () => {
    const { azurite, proxy, queue } = await openBehindProxy();
    proxy.hang();
    await expectGivesUp(
      () => queue.send(go),
      () => proxy.requests.length === 1,
      10_000,
    );
    await Promise.all([proxy.close(), azurite.close()]);
  });
});
