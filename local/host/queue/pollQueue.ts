import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { Clock } from '../../../src/common/clock.ts';
import { leaseSeconds } from './keepHidden.ts';

/** How the .NET storage client repeats a call: six tries, with 0.8, 1.6, 3.2, 6.4 and 12.8 s in between. */
const maxTries = 6;
export const usualRetryMs = 800;

export interface PollOptions {
  /** Must not retry by itself. */
  queue: QueueClient;
  batchSize: number;
  clock: Clock;
  signal: AbortSignal;
  /** The pause after the first failed try; each further one is twice as long. */
  retryMs: number;
  /** Gets the error of each failed try. */
  onTrouble(error: unknown): void;
}

/** Storage can't be used, and the real host ends: no connection, or a refusal such as 403. */
export class StorageLostError extends Error {
  override readonly name = 'StorageLostError';
}

/**
 * Takes the next messages off a queue. Follows QueueListener.cs of the storage extension: without the queue, or if
 * storage is in trouble (5xx), there are none; any other failure is thrown there and ends the host's process.
 *
 * @throws StorageLostError
 */
export async function pollQueue(options: PollOptions): Promise<DequeuedMessageItem[]> {
  const { queue, batchSize, clock, signal, retryMs, onTrouble } = options;
  for (let tries = 1; ; tries += 1) {
    try {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: batchSize,
        visibilityTimeout: leaseSeconds,
      });
      return receivedMessageItems;
    } catch (error) {
      const { statusCode, code } = (error ?? {}) as { statusCode?: number; code?: string };
      if (code === 'QueueNotFound' || code === 'QueueBeingDeleted') return [];
      onTrouble(error);
      if (!isPassing(statusCode)) throw lost(queue, error);
      if (tries === maxTries) {
        if (statusCode === undefined) throw lost(queue, error);
        return [];
      }
      await clock.sleep(retryMs * 2 ** (tries - 1) * (0.8 + Math.random() * 0.4), signal);
    }
  }
}

/** Whether a call is repeated; without a status there was no answer. */
const isPassing = (status = 503) => status >= 500 || status === 408 || status === 429;

const lost = ({ name, url }: QueueClient, cause: unknown) =>
  new StorageLostError(`The queue ${name} at ${new URL(url).host} can’t be read.`, { cause });
