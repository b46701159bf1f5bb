import type { DequeuedMessageItem } from '@azure/storage-queue';
import type { TriggerInput } from '../coreTypes.ts';

/** A queue message as the real host passes it on; `@azure/functions` turns the names to camel case. */
export function toQueueInput(text: string, message: DequeuedMessageItem): TriggerInput {
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
