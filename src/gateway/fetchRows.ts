import type { FetchedRows } from '../answers/readTable.ts';
import type { Clock } from '../common/clock.ts';
import { codeOf, type ErrorCode } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { GenieError } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import type { Message } from '../genie/types.ts';
import { awaitResult } from './awaitResult.ts';

/** How long the rows of a finished message may take to read; a query that has expired is run again in this time. */
const timeoutMs = 120_000;

/** What another try later would meet again, for the asker of the table. */
const lasting: ReadonlyMap<ErrorCode, string> = new Map<ErrorCode, string>([
  ['bad-request', 'Genie refused to give them.'],
  ['conversation-gone', 'Genie no longer has them.'],
  ['genie-bad-response', 'Genie sent a reply that this bot does not understand.'],
  ['genie-forbidden', 'This bot is not allowed to read them.'],
  ['genie-not-found', 'Genie no longer has them.'],
  ['genie-timeout', 'The query took too long.'],
  ['too-large', 'They are too large to be read at once.'],
]);

export interface FetchOptions {
  clock: Clock;
  log?: Log | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads the rows of one query of a finished message, or finds out why there are none: one table that cannot be read
 * must not cost the others, nor Genie's words.
 *
 * @throws whatever may pass (GenieError `genie-unavailable`, `genie-throttled` and the like; a `genie-timeout` whose
 * looks met them) or concerns every call (`genie-unauthorized`); the signal's reason when it aborts.
 */
export async function fetchRows(
  client: GenieClient,
  message: Message,
  attachmentId: string,
  { clock, log, signal }: FetchOptions,
): Promise<FetchedRows> {
  const expired = message.status === 'QUERY_RESULT_EXPIRED';
  const deadlineAt = clock.now() + timeoutMs;
  try {
    return await awaitResult(client, message, attachmentId, { clock, deadlineAt, signal, expired });
  } catch (error) {
    signal?.throwIfAborted();
    const met = lastMet(error);
    const reason = lasting.get(codeOf(met));
    if (reason === undefined) throw error;
    const requestId = met instanceof GenieError ? met.requestId : undefined;
    log?.warn('genie.rowsUnread', { code: codeOf(met), requestId, error });
    return { error: reason };
  }
}

/** What the last look met before the deadline: that may be trouble that has nothing to do with this query. */
function lastMet(error: unknown): unknown {
  const cause = error instanceof GenieError ? error.cause : undefined;
  return codeOf(error) === 'genie-timeout' && cause instanceof GenieError ? cause : error;
}
