import type { FetchedRows } from '../answers/readTable.ts';
import type { Clock } from '../common/clock.ts';
import { AppError, codeOf, detailOf, type ErrorCode } from '../common/errors.ts';
import type { Identity } from '../common/identity.ts';
import type { Log } from '../common/log.ts';
import { awaitResult } from '../genie/awaitResult.ts';
import { GenieError } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import { isMissingAccess, nameMissingAccess } from '../genie/missingAccess.ts';
import type { Message, QueryResult } from '../genie/types.ts';
import { reasonWithoutRows } from './reasonWithoutRows.ts';

/** The time limit for reading the rows of a finished message, including running an expired query again. */
const timeoutMs = 120_000;

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
  /** With whose rights they are read; unless told, the bot's. */
  identity?: Identity | undefined;
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
  { clock, log, signal, identity = 'bot' }: FetchOptions,
): Promise<FetchedRows> {
  const expired = message.status === 'QUERY_RESULT_EXPIRED';
  const options = { clock, deadlineAt: clock.now() + timeoutMs, signal, expired, log };
  try {
    const result = await awaitResult(client, message, attachmentId, options);
    // The wire tells only when the question came, and its query ran soon after: rows are never called newer than they are.
    const ranAt = result.ranAt ?? message.createdAt;
    const dated = { ...result, ...(ranAt !== undefined && { ranAt }) };
    return (identity === 'person' && refusedRows(result)) || dated;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof AppError)) throw error;
    const met = lastMet(error);
    const code = codeOf(met);
    const requestId = met instanceof GenieError ? met.requestId : undefined;
    log?.warn('genie.rowsUnread', { code, requestId, error });
    const reason = isStillRunning(met)
      ? 'too-slow'
      : reasonWithoutRows(code, detailOf(met), identity);
    return { error: reason, canRetry: !lasting.has(code) };
  }
}

/** A query that failed since the person lacks a right says so in words, not in Databricks' own, which name tables. */
function refusedRows({ state, error }: QueryResult): FetchedRows | undefined {
  const said = [error?.code, error?.text].filter(Boolean).join(': ');
  if (state !== 'FAILED' || !isMissingAccess(said)) return undefined;
  const detail = nameMissingAccess(said) ?? 'permissions';
  return { error: reasonWithoutRows('genie-forbidden', detail, 'person'), canRetry: false };
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
