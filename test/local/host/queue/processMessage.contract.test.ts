import { type DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { readHostSettings } from '../../../../local/host/hostSettings.ts';
import { processMessage } from '../../../../local/host/queue/processMessage.ts';
import { systemClock } from '../../../../src/common/clock.ts';
import { type Azurite, startAzurite } from '../../../support/azurite.ts';

let azurite: Azurite;
let queue: QueueClient;
let poisonQueue: QueueClient;
let runs: string[];
let names = 0;

beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.close());
beforeEach(async () => {
  names += 1;
  queue = new QueueClient(azurite.connectionString, `work${names}`);
  poisonQueue = new QueueClient(azurite.connectionString, `work${names}-poison`);
  await queue.create();
  await queue.sendMessage(Buffer.from('text').toString('base64'));
  runs = [];
});

const { queues: settings } = readHostSettings({ extensions: { queues: { maxDequeueCount: 2 } } });

async function receive(): Promise<DequeuedMessageItem> {
  const [message] = (await queue.receiveMessages({ visibilityTimeout: 60 })).receivedMessageItems;
  if (!message) throw new Error('The queue shows no message.');
  return message;
}

const processWith = (
  message: DequeuedMessageItem,
  {
    fails,
    poison = true,
    encoding = 'base64',
  }: { fails: boolean; poison?: boolean; encoding?: 'base64' | 'none' },
) =>
  processMessage(message, {
    queue,
    poisonQueue: poison ? poisonQueue : undefined,
    settings: { ...settings, messageEncoding: encoding },
    clock: systemClock,
    async run(body) {
      runs.push(body.toString());
      if (fails) throw new Error('failed on purpose');
    },
    warn: () => undefined,
  });

/** How many messages can be seen in a queue, and how many it holds. */
async function look(at: QueueClient): Promise<{ visible: number; held: number }> {
  const { peekedMessageItems } = await at.peekMessages();
  const { approximateMessagesCount = 0 } = await at.getProperties();
  return { visible: peekedMessageItems.length, held: approximateMessagesCount };
}

test('a message that was dealt with is deleted', async () => {
  await processWith(await receive(), { fails: false });
  expect(runs).toEqual(['text']);
  expect(await look(queue)).toEqual({ visible: 0, held: 0 });
});

test('a message that fails is visible again', async () => {
  await processWith(await receive(), { fails: true });
  expect(await look(queue)).toEqual({ visible: 1, held: 1 });
});

test('a message that fails for the last time is moved at once', async () => {
  await processWith(await receive(), { fails: true });
  await processWith(await receive(), { fails: true });
  expect(await look(queue)).toEqual({ visible: 0, held: 0 });
  expect(await look(poisonQueue)).toEqual({ visible: 1, held: 1 });
});

test('a message received too often, since instances died over it, is moved without a run', async () => {
  await processWith({ ...(await receive()), dequeueCount: 3 }, { fails: false });
  expect(runs).toEqual([]);
  expect(await look(poisonQueue)).toEqual({ visible: 1, held: 1 });
});

test('a message that fails where there is no poison queue stays hidden', async () => {
  await processWith(await receive(), { fails: true, poison: false });
  expect(await look(queue)).toEqual({ visible: 0, held: 1 });
});

test('a message received too often from a queue without a poison queue stays there, without a run', async () => {
  await processWith({ ...(await receive()), dequeueCount: 3 }, { fails: false, poison: false });
  expect(runs).toEqual([]);
  expect(await look(queue)).toEqual({ visible: 0, held: 1 });
});

describe('a message that isn’t Base64', () => {
  const encode = (text: string) => Buffer.from(text).toString('base64');
  const receiveText = async (messageText: string) => ({ ...(await receive()), messageText });

  it.each([
    'not base64!',
    'YQ',
    'YQ=',
    'YQ===',
    '====',
    'Y=Q=',
    'YQ-_',
    '{"kind":"go"}',
    'héllo===',
  ])('is moved without a run: %s', async (text) => {
    await processWith(await receiveText(text), { fails: false });
    expect(runs).toEqual([]);
    expect(await look(queue)).toEqual({ visible: 0, held: 0 });
    expect(await look(poisonQueue)).toEqual({ visible: 1, held: 1 });
  });

  it('stays hidden where there’s no poison queue, and the function never learns of it', async () => {
    await processWith(await receiveText('not base64!'), { fails: false, poison: false });
    expect(runs).toEqual([]);
    expect(await look(queue)).toEqual({ visible: 0, held: 1 });
  });

  it.each(['', encode('words'), ` ${encode('wor')}\r\n${encode('ds!')}`])(
    'isn’t mistaken for one that is: %j',
    async (text) => {
      await processWith(await receiveText(text), { fails: false });
      expect(runs).toHaveLength(1);
    },
  );

  it('is as good as any if host.json says there’s no encoding', async () => {
    const message = await receiveText('not base64!');
    await processWith(message, { fails: false, encoding: 'none' });
    expect(runs).toEqual(['not base64!']);
  });
});

test('a message that was deleted by someone else is no failure', async () => {
  const message = await receive();
  await queue.deleteMessage(message.messageId, message.popReceipt);
  await processWith(message, { fails: false });
  expect(runs).toEqual(['text']);
});
