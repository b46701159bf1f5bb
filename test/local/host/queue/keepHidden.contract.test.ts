import { QueueClient } from '@azure/storage-queue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepHidden } from '../../../../local/host/queue/keepHidden.ts';
import { type Azurite, startAzurite } from '../../../support/azurite.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';

let azurite: Azurite;
let queue: QueueClient;

beforeAll(async () => {
  azurite = await startAzurite();
  queue = new QueueClient(azurite.connectionString, 'renewed');
  await queue.create();
});
afterAll(() => azurite.close());

test('the lease of a message is renewed every five minutes, and the last pop receipt deletes it', async () => {
  await queue.sendMessage('long work');
  const [message] = (await queue.receiveMessages({ visibilityTimeout: 1 })).receivedMessageItems;
  if (!message) throw new Error('The message did not come.');

  const clock = createFakeClock();
  const lease = keepHidden(queue, message, clock);
  await clock.advance(300_000);
  await clock.whenSleeping();
  const popReceipt = await lease.stop();

  expect(popReceipt).not.toBe(message.popReceipt);
  await expect(queue.deleteMessage(message.messageId, message.popReceipt)).rejects.toThrow();
  await queue.deleteMessage(message.messageId, popReceipt);
});
