import type { DequeuedMessageItem } from '@azure/storage-queue';
import type { TriggerInput } from '../coreTypes.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A queue message as the real host passes it on; `@azure/functions` turns the names to camel case.
 *
 * @param body the decoded message
 * @throws TypeError if it isn't UTF-8
 */
export function toQueueInput(body: Uint8Array, message: DequeuedMessageItem): TriggerInput {
  const text = utf8.decode(body);
  const json = (value: unknown) => ({ json: JSON.stringify(value) });
  return {
    data: { string: text },
    metadata: {
      QueueTrigger: { string: text },
      Id: json(message.messageId),
      PopReceipt: json(message.popReceipt),
      DequeueCount: json(message.dequeueCount),
      InsertionTime: json(message.insertedOn),
      ExpirationTime: json(message.expiresOn),
      NextVisibleTime: json(message.nextVisibleOn),
    },
  };
}
