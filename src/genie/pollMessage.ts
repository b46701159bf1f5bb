import type { GenieClient } from './genieClient.ts';
import { type PollOptions, pollUntil } from './pollUntil.ts';
import type { Message, MessageIds, MessageStatus } from './types.ts';

export interface PollMessageOptions extends PollOptions {
  /** Told the status, changed or not, at every look that finds Genie at work. */
  onStatus?(status: MessageStatus): void;
}

const terminal: ReadonlySet<MessageStatus> = new Set<MessageStatus>([
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'QUERY_RESULT_EXPIRED',
]);

/**
 * Waits until Genie is done with a message, one way or another, and returns it. A status that this client does not
 * know means that Genie is still at work; statuses may come in any order.
 *
 * @throws GenieError `genie-timeout` at the deadline, and what no waiting mends: `conversation-gone`,
 * `genie-unauthorized`, `genie-forbidden` and the like. The signal's reason as soon as it aborts.
 */
export function pollMessage(
  client: Pick<GenieClient, 'getMessage'>,
  ids: MessageIds,
  options: PollMessageOptions,
): Promise<Message> {
  return pollUntil(
    (signal) => client.getMessage(ids, signal),
    ({ status }) => {
      const isDone = terminal.has(status);
      if (!isDone) options.onStatus?.(status);
      return isDone;
    },
    options,
  );
}
