import { pipeline, Readable } from 'node:stream';
import * as z from 'zod/mini';
import { parseJson } from '../common/parseJson.ts';
import { GenieError } from '../genie/errors.ts';
import { toConnectionError } from '../genie/http/toConnectionError.ts';
import { createRowSplitter } from './rowSplitter.ts';

type Row = (string | null)[];

/** Of one row, in UTF-16 units: no more than that of a part is in memory, whatever its size. */
const maxRowLength = 32_000_000;

const jsonRow = z.array(z.nullable(z.string()));

/**
 * The rows in one part of a written-out result. The format Genie writes isn't documented, so the result's own
 * description counts, or else what the storage says about the part.
 *
 * @throws GenieError `genie-bad-response` for any other format, and for a part that isn't in the format it claims;
 * `too-large` for a row that is too long to keep; `genie-unreachable` when the connection breaks
 */
export async function* readLinkRows(
  response: Response,
  format: string | undefined,
): AsyncGenerator<Row> {
  const named = format ?? formatByType(response.headers.get('content-type') ?? '');
  if (named !== 'CSV' && named !== 'JSON_ARRAY') {
    await response.body?.cancel();
    throw toUnreadable(`is in a format that is not read here: ${named ?? 'none is named'}`);
  }
  try {
    yield* named === 'CSV' ? readCsvRows(response) : readJsonRows(response);
  } catch (error) {
    throw error instanceof GenieError ? error : toConnectionError(error);
  }
}

function formatByType(type: string): string | undefined {
  if (type.startsWith('text/csv')) return 'CSV';
  return type.startsWith('application/json') ? 'JSON_ARRAY' : undefined;
}

/** The Statement Execution API writes NULL as the bare word; a text of these four letters has quotes around it. */
async function* readCsvRows({ body }: Response): AsyncGenerator<Row> {
  if (body === null) return;
  const { CsvError, parse } = await import('csv-parse');
  const parser = parse({
    bom: true,
    max_record_size: maxRowLength,
    cast: (text, { quoting }) => (text === 'null' && !quoting ? null : text),
  });
  try {
    yield* pipeline(Readable.fromWeb(body), parser, () => {}) as AsyncIterable<Row>;
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') throw toTooLarge();
    // Its own message might quote the data.
    throw error instanceof CsvError ? toUnreadable(`is no CSV: ${error.code}`) : error;
  }
}

async function* readJsonRows({ body }: Response): AsyncGenerator<Row> {
  const splitter = createRowSplitter();
  const texts = body?.pipeThrough(new TextDecoderStream()) ?? [];
  for await (const text of texts as AsyncIterable<string>) {
    for (const row of splitter.read(text)) {
      if (row.length > maxRowLength) throw toTooLarge();
      const parsed = jsonRow.safeParse(parseJson(row));
      if (!parsed.success) throw toUnreadable('is no array of rows');
      yield parsed.data;
    }
    if (splitter.state === 'broken') throw toUnreadable('is no array of rows');
    if (splitter.kept > maxRowLength) throw toTooLarge();
  }
  if (splitter.state !== 'ended') throw toUnreadable('is no array of rows');
}

function toTooLarge(): GenieError {
  return new GenieError('too-large', 'A row of the result is too long', { acted: 'no' });
}

function toUnreadable(what: string): GenieError {
  return new GenieError('genie-bad-response', `A part of the result ${what}`, { acted: 'no' });
}
