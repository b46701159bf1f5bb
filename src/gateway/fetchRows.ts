import type { FetchedRows } from '../answers/readTable.ts';
import type { Clock } from '../common/clock.ts';
import { AppError, codeOf, type ErrorCode } from '../common/errors.ts';
import type { Log } from '../common/log.ts';
import { awaitResult } from '../genie/awaitResult.ts';
import { GenieError } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import type { Message } from '../genie/types.ts';

/** The time limit for reading the rows of a finished message, including running an expired query again. */
const timeoutMs = 120_000;

/** Why there are no rows, in words for the asker. */
const reasons: ReadonlyMap<ErrorCode, string> = new Map<ErrorCode, string>([
  ['bad-request', 'Genie refused the request.'],
  ['conversation-closed', 'This bot doesn’t have access to them.'],
  ['conversation-gone', 'Genie no longer has them.'],
  ['genie-declined', 'Genie refused the request.'],
  ['genie-disabled', 'Genie is turned off in this workspace.'],
  ['genie-forbidden', 'This bot doesn’t have access to them.'],
  ['genie-inactive', 'The Databricks workspace is paused or not active.'],
  ['genie-not-found', 'Genie no longer has them.'],
  ['genie-redirected', 'Databricks sent me to another address.'],
  ['genie-sign-in', 'Databricks asked me to sign in.'],
  ['genie-throttled', 'Genie couldn’t give them: it’s too busy right now.'],
  ['genie-timeout', 'Genie couldn’t give them: it didn’t answer.'],
  ['genie-unauthorized', 'Databricks didn’t accept this bot’s credentials.'],
  ['genie-unreachable', 'Genie couldn’t give them: I couldn’t reach it.'],
  ['too-large', 'They’re too large to load.'],
]);
const otherReason = 'Genie couldn’t give them.';
/** A later try would meet the same again. */
const lasting: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad-request',
  'genie-forbidden',
  'too-large',
]);

export interface FetchOptions {
  clock: Clock;
  log?: Log | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads the rows of one query of a finished message, or finds out why there are none: one unreadable table must not
 * cost the others, and Genie's words don't wait for rows that can't be had.
 *
 * @throws the signal's reason when it aborts, and what is no trouble with Genie
 */
export async function fetchRows(
  client: GenieClient,
  message: Message,
  attachmentId: string,
  { clock, log, signal }: FetchOptions,
): Promise<FetchedRows> {
  const expired = message.status === 'QUERY_RESULT_EXPIRED';
  const options = { clock, deadlineAt: clock.now() + timeoutMs, signal, expired, log };
  try {
    return await awaitResult(client, message, attachmentId, options);
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof AppError)) throw error;
    const met = lastMet(error);
    const code = codeOf(met);
    const requestId = met instanceof GenieError ? met.requestId : undefined;
    log?.warn('genie.rowsUnread', { code, requestId, error });
    const reason = isStillRunning(met) ? 'The query took too long.' : reasons.get(code);
    return { error: reason ?? otherReason, canRetry: !lasting.has(code) };
  }
}

/** What the last try ran into before the deadline: possibly trouble unrelated to this query. */
function lastMet(error: unknown): unknown {
  const cause = error instanceof GenieError ? error.cause : undefined;
  return codeOf(error) === 'genie-timeout' && cause instanceof GenieError ? cause : error;
}

/** The deadline passed without any trouble. */
function isStillRunning(met: unknown): boolean {
  const isTimeout = met instanceof GenieError && met.code === 'genie-timeout';
  return isTimeout && met.cause === undefined && met.details.status === undefined;
}
