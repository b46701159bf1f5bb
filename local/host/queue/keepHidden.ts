import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { Clock } from '../../../src/common/clock.ts';

/** How long a received message stays hidden, in seconds. Fixed in the real host. */
export const leaseSeconds = 600;

/**
 * Keeps a received message hidden until `stop()` is called, which resolves to the pop receipt that is valid then. A
 * failed renewal is tried again next time.
 */
export function keepHidden(
  queue: QueueClient,
  message: DequeuedMessageItem,
  clock: Clock,
): { stop(): Promise<string> } {
  const stopping = new AbortController();
  let popReceipt = message.popReceipt;

  const renew = async () => {
    for (;;) {
      await clock.sleep((leaseSeconds / 2) * 1000, stopping.signal);
      const renewed = await queue
        .updateMessage(message.messageId, popReceipt, undefined, leaseSeconds)
        .catch(() => undefined);
      popReceipt = renewed?.popReceipt ?? popReceipt;
    }
  };
  const ended = renew().catch(() => undefined);

  return {
    async stop() {
      stopping.abort();
      await ended;
      return popReceipt;
    },
  };
}
