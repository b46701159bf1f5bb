import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { Clock } from '../../../src/common/clock.ts';
import { describeError } from '../describeError.ts';
import type { QueueSettings } from '../hostSettings.ts';
import { decodeMessage } from './decodeMessage.ts';
import { keepHidden } from './keepHidden.ts';

interface MessageDeps {
  queue: QueueClient;
  /** Where messages go when they fail for good. Absent for a poison queue itself. */
  poisonQueue: QueueClient | undefined;
  settings: QueueSettings;
  clock: Clock;
  /** Runs the function on a message's decoded body, and logs it if that fails. */
  run(body: Buffer, message: DequeuedMessageItem): Promise<unknown>;
  warn(message: string): void;
}

/**
 * Processes one received message to the end: runs the function, then deletes the message, makes it visible again, or
 * moves it to the poison queue. Never throws. Follows QueueProcessor.cs of the storage extension:
 * https://github.com/Azure/azure-sdk-for-net (Microsoft.Azure.WebJobs.Extensions.Storage.Queues)
 */
export async function processMessage(message: DequeuedMessageItem, deps: MessageDeps) {
  const { queue, poisonQueue, settings } = deps;
  const body = decodeMessage(message.messageText, settings.messageEncoding);
  if (body === undefined || message.dequeueCount > settings.maxDequeueCount) {
    await attempt(() => bury(message, message.popReceipt, deps), deps);
    return;
  }

  const lease = keepHidden(queue, message, deps.clock);
  const isDone = await deps.run(body, message).then(
    () => true,
    () => false,
  );
  const popReceipt = await lease.stop();

  await attempt(async () => {
    if (isDone) {
      await queue.deleteMessage(message.messageId, popReceipt);
      return;
    }
    if (message.dequeueCount >= settings.maxDequeueCount || !poisonQueue) {
      await bury(message, popReceipt, deps);
      return;
    }
    const retryDelay = Math.ceil(settings.visibilityTimeout / 1000);
    await queue.updateMessage(message.messageId, popReceipt, undefined, retryDelay);
  }, deps);
}

/**
 * Copies first, then deletes: a crash in between duplicates a message rather than losing it. Without a poison queue the
 * message stays hidden until its lease ends, or it would fail in a tight loop.
 */
async function bury(
  message: DequeuedMessageItem,
  popReceipt: string,
  { queue, poisonQueue, settings, warn }: MessageDeps,
) {
  if (!poisonQueue) return;
  // The real host's words, whatever the reason is.
  const reason = `Message has reached MaxDequeueCount of ${settings.maxDequeueCount}.`;
  warn(`${reason} Moving message to queue '${poisonQueue.name}'.`);
  await poisonQueue.createIfNotExists();
  await poisonQueue.sendMessage(message.messageText, { messageTimeToLive: -1 });
  await queue.deleteMessage(message.messageId, popReceipt);
}

/** If storage refuses, the message's lease takes over: the message shows up again when it ends. */
async function attempt(action: () => Promise<void>, { queue, warn }: MessageDeps) {
  try {
    await action();
  } catch (error) {
    warn(`A message in the queue ${queue.name} couldn’t be settled: ${describeError(error)}`);
  }
}
