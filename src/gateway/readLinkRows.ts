import { pipeline, Readable } from 'node:stream';
import * as z from 'zod/mini';
import { GenieError } from '../genie/errors.ts';
import { readBody } from '../genie/http/readBody.ts';
import { toConnectionError } from '../genie/http/toConnectionError.ts';

type Row = (string | null)[];

/** A part in JSON is read as a whole. */
const maxJsonBytes = 64 * 1024 * 1024;

const jsonRows = z.array(z.array(z.nullable(z.string())));

/**
 * The rows in one part of a written-out result. The format Genie writes isn't documented, so the result's own
 * description counts, or else what the storage says about the part.
 *
 * @throws GenieError `genie-bad-response` for any other format, and for a part that isn't in the format it claims;
 * `genie-unreachable` when the connection breaks
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
    yield* named === 'CSV' ? readCsvRows(response) : await readJsonRows(response);
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
    cast: (text, { quoting }) => (text === 'null' && !quoting ? null : text),
  });
  try {
    yield* pipeline(Readable.fromWeb(body), parser, () => {}) as AsyncIterable<Row>;
  } catch (error) {
    // Its own message might quote the data.
    throw error instanceof CsvError ? toUnreadable(`is no CSV: ${error.code}`) : error;
  }
}

async function readJsonRows(response: Response): Promise<Row[]> {
  const text = await readBody(response, maxJsonBytes);
  try {
    return jsonRows.parse(JSON.parse(text));
  } catch {
    throw toUnreadable('is no array of rows');
  }
}

function toUnreadable(what: string): GenieError {
  return new GenieError('genie-bad-response', `A part of the result ${what}`, { acted: 'no' });
}
