import { Buffer } from 'node:buffer';
import type { QueueClient } from '@azure/storage-queue';
import type { DueWork, Work, WorkQueue } from '../questions/ports.ts';
import { callStorage, serviceCodeOf } from './rows/callStorage.ts';
import { toMessage } from './workMessage.ts';

/**
 * Work in an Azure storage queue, which the first send creates. The text is base64, as the Functions host expects.
 * A send whose reply was lost is repeated by the client, so work can arrive twice: the question's row says what is
 * left to do. Throws an `AppError` with the code `storage`.
 */
export function createWorkQueue(queue: QueueClient): WorkQueue<Work | DueWork> {
  return {
    send: (work, delayMs) =>
      callStorage('send a message', async (options) => {
        const { text, hiddenSeconds, keptSeconds } = toMessage(work, delayMs);
        const content = Buffer.from(text).toString('base64');
        const settings = {
          ...options,
          visibilityTimeout: hiddenSeconds,
          messageTimeToLive: keptSeconds,
        };
        try {
          await queue.sendMessage(content, settings);
        } catch (error) {
          if (serviceCodeOf(error) !== 'QueueNotFound') throw error;
          await queue.createIfNotExists(options);
          await queue.sendMessage(content, settings);
        }
      }),
  };
}
