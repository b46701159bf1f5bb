import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { Clock } from '../../../src/common/clock.ts';
import { describeError } from '../describeError.ts';
import type { QueueSettings } from '../hostSettings.ts';
import { pollQueue } from './pollQueue.ts';

interface ListenerOptions {
  /** Must not retry by itself. */
  queue: QueueClient;
  settings: QueueSettings;
  clock: Clock;
  /** Stops the listening. Messages being worked on are not waited for. */
  signal: AbortSignal;
  /** The pause after the first try of a poll that failed. */
  retryMs: number;
  /** Processes one message to the end; must not throw. */
  process(message: DequeuedMessageItem): Promise<void>;
  warn(message: string): void;
}

const shortestPauseMs = 100;

/**
 * Takes messages off a queue until the signal aborts. The queue is created by the first message's sender. Batch size,
 * threshold and pauses are the real host's: each poll of an empty queue roughly doubles the pause, up to
 * `maxPollingInterval`. Follows QueueListener.cs of the storage extension.
 *
 * @throws StorageLostError
 */
export async function listenToQueue(options: ListenerOptions): Promise<void> {
  const { queue, settings, clock, signal, retryMs, warn } = options;
  const working = new Set<Promise<void>>();
  let pauseMs = 0;
  let isTroubled = false;
  const poll = () =>
    pollQueue({
      queue,
      batchSize: settings.batchSize,
      clock,
      signal,
      retryMs,
      onTrouble(error) {
        if (!isTroubled) warn(`The queue ${queue.name} can’t be read: ${describeError(error)}`);
        isTroubled = true;
      },
    });

  try {
    while (!signal.aborted) {
      const messages = await poll();
      isTroubled = false;
      if (signal.aborted) return await giveBack(queue, messages);
      for (const message of messages) {
        const work = options.process(message).finally(() => working.delete(work));
        working.add(work);
      }
      if (messages.length > 0) {
        pauseMs = 0;
        while (working.size > settings.newBatchThreshold) await Promise.race(working);
        continue;
      }
      pauseMs = Math.min(Math.max(shortestPauseMs, pauseMs * 2), settings.maxPollingInterval);
      await clock.sleep(pauseMs * (0.8 + Math.random() * 0.2), signal);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
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
