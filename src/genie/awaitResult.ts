import type { Log } from '../common/log.ts';
import { GenieError } from './errors.ts';
import type { GenieClient } from './genieClient.ts';
import { type PollOptions, pollUntil } from './pollUntil.ts';
import { createRowPatience } from './rowPatience.ts';
import type { MessageIds, QueryResult } from './types.ts';

export interface AwaitResultOptions extends Omit<PollOptions, 'isHopeless'> {
  /** The message said QUERY_RESULT_EXPIRED: there is nothing to read until the query has run again. */
  expired?: boolean;
  log?: Log | undefined;
}

const terminal: ReadonlySet<QueryResult['state']> = new Set<QueryResult['state']>([
  'SUCCEEDED',
  'FAILED',
  'CANCELED',
  'CLOSED',
]);

/**
 * Waits for the rows of an attachment. Databricks keeps results for about an hour; if they are gone, the query runs
 * again, once. The returned state can also be FAILED, CANCELED or, for a result that is gone again, CLOSED.
 *
 * @throws GenieError as `pollUntil` does; what is usually over soon, if it isn't
 */
export async function awaitResult(
  client: Pick<GenieClient, 'getQueryResult' | 'executeQuery'>,
  ids: MessageIds,
  attachmentId: string,
  { expired, log, ...options }: AwaitResultOptions,
): Promise<QueryResult & { isRerun?: boolean; ranAt?: number }> {
  const patience = createRowPatience(options.clock, log);
  const polling = { ...options, isHopeless: patience.isOver };
  const poll = () =>
    pollUntil(
      (signal) =>
        patience.look(async () =>
          understood(await client.getQueryResult(ids, attachmentId, signal)),
        ),
      isOver,
      polling,
    );
  const runAgain = () =>
    pollUntil(
      (signal) => patience.look(() => client.executeQuery(ids, attachmentId, signal)),
      () => true,
      polling,
    );

  const kept = expired ? undefined : await poll().catch(nothingIfGone);
  if (kept && kept.state !== 'CLOSED') return kept;
  const ranAt = options.clock.now();
  const rerun = await runAgain();
  return { ...(isOver(rerun) ? rerun : await poll()), isRerun: true, ranAt };
}

/** @throws GenieError `genie-bad-response` for a reply that says nothing */
function understood(result: QueryResult): QueryResult {
  if (result.state !== 'UNKNOWN') return result;
  const message = 'Genie said nothing about the query';
  throw new GenieError('genie-bad-response', message, { acted: 'maybe' });
}

function isOver({ state }: QueryResult): boolean {
  return terminal.has(state);
}

function nothingIfGone(error: unknown): undefined {
  if (error instanceof GenieError && error.details.status === 404) return undefined;
  throw error;
}
