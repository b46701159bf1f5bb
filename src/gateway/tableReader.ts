import { readTable } from '../answers/readTable.ts';
import type { Clock } from '../common/clock.ts';
import type { ReadWholeTable } from '../exports/wholeTable.ts';
import { awaitResult } from '../genie/awaitResult.ts';
import { GenieError } from '../genie/errors.ts';
import type { GenieClient } from '../genie/genieClient.ts';
import { pollUntil } from '../genie/pollUntil.ts';
import type { MessageIds } from '../genie/types.ts';
import type { DownloadStatus } from '../genie/wire/download.ts';
import { readFullRows } from './readFullRows.ts';
import type { IsStorage } from './storageCheck.ts';

export interface TableReaderOptions {
  clock: Clock;
  isStorage: IsStorage;
}

/** How long Genie can take to run a query again, or to write out its result. */
const patienceMs = 150_000;

const terminal: ReadonlySet<string> = new Set(['SUCCEEDED', 'FAILED', 'CANCELED', 'CLOSED']);

/**
 * Creates the function that reads every row of a table: from the query's result or, if Genie cut that short, from the
 * full result, which Genie writes to the cloud's storage.
 */
export function createTableReader(
  client: GenieClient,
  { clock, isStorage }: TableReaderOptions,
): ReadWholeTable {
  return async (ids, attachmentId, signal) => {
    const { attachments, status } = await client.getMessage(ids, signal);
    const query = attachments.find(({ id, kind }) => id === attachmentId && kind === 'query');
    if (query?.kind !== 'query') return undefined;
    const polling = { clock, deadlineAt: clock.now() + patienceMs, signal };
    const expired = status === 'QUERY_RESULT_EXPIRED';
    const result = await awaitResult(client, ids, attachmentId, { ...polling, expired });
    const table = readTable(query, result);
    if (table.error !== undefined) throw toFailure(result.state);
    if (!table.truncated && table.rows.length >= table.totalRows) return table;

    const full = await awaitDownload(client, ids, attachmentId, polling);
    const columnNames = table.columns.map(({ name }) => name);
    const expected = { columnNames, leastRows: table.totalRows };
    return { ...table, rows: readFullRows(full, expected, isStorage, signal) };
  };
}

async function awaitDownload(
  client: GenieClient,
  ids: MessageIds,
  attachmentId: string,
  polling: Parameters<typeof pollUntil>[2],
): Promise<DownloadStatus> {
  const download = await client.startDownload(ids, attachmentId, polling.signal);
  const full = await pollUntil(
    (signal) => client.getDownload(ids, attachmentId, download, signal),
    ({ state }) => terminal.has(state),
    polling,
  );
  if (full.state !== 'SUCCEEDED') throw toFailure(full.state);
  if (full.truncated) {
    throw new GenieError('genie-bad-response', 'Even the full result was cut', { acted: 'no' });
  }
  return full;
}

function toFailure(state: string): GenieError {
  const message = `The rows of the table were not to be had: ${state}`;
  return new GenieError('genie-failed', message, { acted: 'maybe' });
}
