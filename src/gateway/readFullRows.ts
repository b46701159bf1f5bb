import { GenieError } from '../genie/errors.ts';
import type { DownloadStatus } from '../genie/wire/download.ts';
import { fetchLink } from './fetchLink.ts';
import { readLinkRows } from './readLinkRows.ts';
import type { IsStorage } from './storageCheck.ts';

/**
 * All rows of a written-out result, one part after another. The first CSV part begins with the columns' names.
 *
 * @param expected `leastRows` counts if the result itself doesn't say how many there are
 * @throws GenieError `genie-bad-response`, at the end, if there were fewer or more rows than there should be
 */
export async function* readFullRows(
  { links, format, totalRows }: Pick<DownloadStatus, 'links' | 'format' | 'totalRows'>,
  expected: { columnNames: readonly string[]; leastRows: number },
  isStorage: IsStorage,
  signal: AbortSignal,
): AsyncGenerator<(string | null)[]> {
  const { columnNames, leastRows } = expected;
  let count = 0;
  for (const [part, link] of links.entries()) {
    let isFirst = part === 0;
    for await (const row of readLinkRows(await fetchLink(link, isStorage, signal), format)) {
      const isHeader = isFirst && columnNames.every((name, at) => name === (row[at] ?? 'null'));
      isFirst = false;
      if (isHeader) continue;
      count += 1;
      yield row;
    }
  }
  if (totalRows === undefined ? count < leastRows : count !== totalRows) {
    const message = `The full result has ${count} rows and should have ${totalRows ?? leastRows}`;
    throw new GenieError('genie-bad-response', message, { acted: 'no' });
  }
}
