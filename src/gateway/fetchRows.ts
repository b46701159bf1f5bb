import type { FetchedRows } from '../answers/readTable.ts';
import type { Clock } from '../common/clock.ts';
import { codeOf, type ErrorCode } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { GenieError } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import type { Message } from '../genie/types.ts';
import { awaitResult } from './awaitResult.ts';

/** The time limit for reading the rows of a finished message, including running an expired query again. */
const timeoutMs = 120_000;

/** Failures that would happen again on a later try, in words for the asker. */
const lasting: ReadonlyMap<ErrorCode, string> = new Map<ErrorCode, string>([
  ['bad-request', 'Genie refused the request.'],
  ['conversation-gone', 'Genie no longer has them.'],
  ['genie-bad-response', 'Genie sent a reply I couldn’t understand.'],
  ['genie-forbidden', 'This bot doesn’t have access to them.'],
  ['genie-not-found', 'Genie no longer has them.'],
  ['genie-timeout', 'The query took too long.'],
  ['too-large', 'They’re too large to load.'],
]);

export interface FetchOptions {
  clock: Clock;
  log?: Log | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads the rows of one query of a finished message, or finds out why there are none: one unreadable table must not
 * cost the others or Genie's words.
 *
 * @throws anything that might pass (GenieError `genie-unavailable`, `genie-throttled` and the like; a `genie-timeout`
 * caused by them) or that affects every call (`genie-unauthorized`); the signal's reason when it aborts.
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

/** What the last try ran into before the deadline: possibly trouble unrelated to this query. */
function lastMet(error: unknown): unknown {
  const cause = error instanceof GenieError ? error.cause : undefined;
  return codeOf(error) === 'genie-timeout' && cause instanceof GenieError ? cause : error;
}
