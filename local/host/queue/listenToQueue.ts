import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { Clock } from '../../../src/common/clock.ts';
import { describeError } from '../describeError.ts';
import type { QueueSettings } from '../hostSettings.ts';
import { leaseSeconds } from './keepHidden.ts';

interface ListenerOptions {
  queue: QueueClient;
  settings: QueueSettings;
  clock: Clock;
  /** Stops the listening. Messages being worked on are not waited for. */
  signal: AbortSignal;
  /** Processes one message to the end; must not throw. */
  process(message: DequeuedMessageItem): Promise<void>;
  warn(message: string): void;
}

const shortestPauseMs = 100;

/**
 * Takes messages off a queue until the signal aborts, and creates the queue if it is missing. Batch size, threshold and
 * pauses are the real host's: each poll of an empty queue roughly doubles the pause, up to `maxPollingInterval`.
 * Follows QueueListener.cs of the storage extension.
 */
export async function listenToQueue(options: ListenerOptions): Promise<void> {
  const { queue, settings, clock, signal, warn } = options;
  const working = new Set<Promise<void>>();
  let pauseMs = 0;
  let troubled = false;

  while (!signal.aborted) {
    try {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: settings.batchSize,
        visibilityTimeout: leaseSeconds,
      });
      if (signal.aborted) {
        await giveBack(queue, receivedMessageItems);
        return;
      }
      for (const message of receivedMessageItems) {
        const work = options.process(message).finally(() => working.delete(work));
        working.add(work);
      }
      troubled = false;
      if (receivedMessageItems.length > 0) {
        pauseMs = 0;
        while (working.size > settings.newBatchThreshold) await Promise.race(working);
        continue;
      }
    } catch (error) {
      if (isQueueMissing(error)) {
        await queue.createIfNotExists().catch(() => undefined);
      } else if (!troubled) {
        troubled = true;
        warn(`The queue ${queue.name} can’t be read: ${describeError(error)}`);
      }
    }
    pauseMs = Math.min(Math.max(shortestPauseMs, pauseMs * 2), settings.maxPollingInterval);
    await clock.sleep(pauseMs * (0.8 + Math.random() * 0.2), signal).catch(() => undefined);
  }
}

/** Makes messages that arrived while the host was stopping visible again. */
async function giveBack(queue: QueueClient, messages: readonly DequeuedMessageItem[]) {
  await Promise.allSettled(
    messages.map(({ messageId, popReceipt }) =>
      queue.updateMessage(messageId, popReceipt, undefined, 0),
    ),
  );
}

const isQueueMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'QueueNotFound';
