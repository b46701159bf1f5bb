import { GenieError } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import { type PollOptions, pollUntil } from '../genie/pollUntil.ts';
import type { MessageIds, QueryResult } from '../genie/types.ts';

export interface AwaitResultOptions extends PollOptions {
  /** The message said QUERY_RESULT_EXPIRED: there is nothing to read until the query has run again. */
  expired?: boolean;
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
 * @throws GenieError as `pollUntil` does.
 */
export async function awaitResult(
  client: Pick<GenieClient, 'getQueryResult' | 'executeQuery'>,
  ids: MessageIds,
  attachmentId: string,
  options: AwaitResultOptions,
): Promise<QueryResult & { isRerun?: boolean }> {
  const poll = () =>
    pollUntil((signal) => client.getQueryResult(ids, attachmentId, signal), isOver, options);

  const kept = options.expired ? undefined : await poll().catch(nothingIfGone);
  if (kept && kept.state !== 'CLOSED') return kept;
  const rerun = await client.executeQuery(ids, attachmentId, options.signal);
  return { ...(isOver(rerun) ? rerun : await poll()), isRerun: true };
}

function isOver({ state }: QueryResult): boolean {
  return terminal.has(state);
}

function nothingIfGone(error: unknown): undefined {
  if (error instanceof GenieError && error.details.status === 404) return undefined;
  throw error;
}
