import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WholeTable } from '../../src/exports/wholeTable.ts';
import { createStorageCheck } from '../../src/gateway/storageCheck.ts';
import { createTableReader } from '../../src/gateway/tableReader.ts';
import { GenieError } from '../../src/genie/errors.ts';
import { createTestClient, ids } from '../genie/testClient.ts';
import { collect } from '../support/collect.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';

let genie: ScriptedServer;
let cloud: ScriptedServer;
beforeEach(async () => {
  [genie, cloud] = await Promise.all([startScriptedServer(), startScriptedServer()]);
});
afterEach(() => Promise.all([genie.close(), cloud.close()]));

const message = {
  status: 'COMPLETED',
  attachments: [{ attachment_id: 'a1', query: { title: 'Sales', query: 'SELECT 1' } }],
};
const columns = [
  { name: 'n', type_name: 'INT' },
  { name: 'word', type_name: 'STRING' },
];

function result(rows: unknown[], manifest: object = {}) {
  return {
    statement_response: {
      status: { state: 'SUCCEEDED' },
      manifest: { schema: { columns }, total_row_count: rows.length, ...manifest },
      result: { data_array: rows },
    },
  };
}

/** Has Genie cut the result at one row, and write the whole of it to `links`. */
function scriptDownload(links: object[], manifest: object, state = 'SUCCEEDED') {
  genie.next(
    { body: message },
    { body: result([['1', 'a']], { total_row_count: 3, truncated: true }) },
    { body: { download_id: 'd1', download_id_signature: 'jwt' } },
    { body: { statement_response: { status: { state: 'RUNNING' } } } },
    {
      body: {
        statement_response: {
          status: { state },
          manifest: { total_row_count: 3, ...manifest },
          result: { external_links: links },
        },
      },
    },
  );
}

const partAt = (path: string, http_headers = {}) => ({
  external_link: `${cloud.url}${path}`,
  http_headers,
});

function read(attachmentId = 'a1', signal = AbortSignal.timeout(5_000)) {
  const { client, clock } = createTestClient(genie.url, { retries: 0 });
  const isStorage = createStorageCheck(genie.url, []);
  return createTableReader(client, { clock, isStorage })(ids, attachmentId, signal);
}

const rowsOf = (table: WholeTable | undefined) => collect(table?.rows ?? []);

async function failureOf(reading: Promise<WholeTable | undefined>) {
  const error = await reading.then(rowsOf).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(GenieError);
  return error as GenieError;
}

const csv = (body: string) => ({ headers: { 'content-type': 'text/csv' }, body });

describe('a table', () => {
  test('is read from its result alone if Genie sent it whole', async () => {
    genie.next({ body: message }, { body: result([['1', null]]) });
    const table = await read();
    expect(table).toMatchObject({ title: 'Sales', columns: [{ name: 'n' }, { name: 'word' }] });
    expect(await rowsOf(table)).toEqual([['1', null]]);
    expect(genie.requests).toHaveLength(2);
  });

  test('does not exist if the message doesn’t have it', async () => {
    genie.next({ body: message });
    expect(await read('other')).toBeUndefined();
    expect(genie.requests).toHaveLength(1);
  });

  test('can’t be read if its query failed', async () => {
    const failed = { status: { state: 'FAILED', error: { message: 'secret' } } };
    genie.next({ body: message }, { body: { statement_response: failed } });
    const error = await failureOf(read());
    expect(error.code).toBe('genie-failed');
    expect(error.message).not.toContain('secret');
  });
});

describe('a table that Genie cut', () => {
  test('is read from all parts of the full result, in order', async () => {
    scriptDownload([partAt('/1'), partAt('/2')], { format: 'CSV' });
    cloud.next(csv('\uFEFFn,word\r\n1,a\r\n2,"b ""c"", d\ne"\r\n'), csv('3,null\r\n'));
    expect(await rowsOf(await read())).toEqual([
      ['1', 'a'],
      ['2', 'b "c", d\ne'],
      ['3', null],
    ]);
  });

  test.each<[string, object, object, object]>([
    ['the attachment counts', { row_count: 3 }, {}, {}],
    ['its chunks count', {}, { chunks: [{ row_count: 1 }, { row_count: 2 }] }, {}],
    ['its result counts', {}, {}, { row_count: 3 }],
    ['a next chunk tells of', {}, {}, { next_chunk_index: 1 }],
    ['a number of chunks tells of', {}, { total_chunk_count: 2 }, {}],
  ])('is read in full if only %s the rest', async (_, metadata, manifest, more) => {
    const query = { query: 'SELECT 1', query_result_metadata: metadata };
    genie.next(
      { body: { ...message, attachments: [{ attachment_id: 'a1', query }] } },
      {
        body: {
          statement_response: {
            status: { state: 'SUCCEEDED' },
            manifest: { schema: { columns }, ...manifest },
            result: { data_array: [['1', 'a']], ...more },
          },
        },
      },
      { body: { download_id: 'd1' } },
      {
        body: {
          statement_response: {
            status: { state: 'SUCCEEDED' },
            manifest: { format: 'CSV' },
            result: { external_links: [{ ...partAt('/1'), row_count: 3 }] },
          },
        },
      },
    );
    cloud.next(csv('n,word\r\n1,a\r\n2,b\r\n3,c\r\n'));
    expect(await rowsOf(await read())).toHaveLength(3);
  });

  test.each<[string, object, object]>([
    ['its links are not all there', { total_row_count: 3 }, { next_chunk_index: 1 }],
    ['a chunk has no link', { chunks: [{ row_count: 2 }, { row_count: 1 }] }, {}],
    ['nothing counts it and it is shorter than the result said', {}, { row_count: undefined }],
  ])('fails if %s', async (_, manifest, link) => {
    scriptDownload([{ ...partAt('/1'), row_count: 2, ...link }], {
      format: 'CSV',
      total_row_count: undefined,
      ...manifest,
    });
    cloud.next(csv('n,word\r\n1,a\r\n2,b\r\n'));
    expect((await failureOf(read())).code).toBe('genie-bad-response');
  });

  test('takes only the first line of its first part for names', async () => {
    scriptDownload([partAt('/1'), partAt('/2')], { format: 'CSV' });
    cloud.next(csv('n,word\r\n1,a\r\n'), csv('n,word\r\n3,c\r\n'));
    expect(await rowsOf(await read())).toEqual([
      ['1', 'a'],
      ['n', 'word'],
      ['3', 'c'],
    ]);
  });

  test('fails if even the full result was cut', async () => {
    scriptDownload([partAt('/1')], { format: 'CSV', truncated: true });
    expect((await failureOf(read())).message).toMatch(/cut/);
    expect(cloud.requests).toEqual([]);
  });

  test('tells the text “null” from NULL', async () => {
    scriptDownload([partAt('/1')], { format: 'CSV' });
    cloud.next(csv('n,word\r\n1,"null"\r\n2,null\r\n3,\r\n'));
    const rows = await rowsOf(await read());
    expect(rows.map(([, word]) => word)).toEqual(['null', null, '']);
  });

  test('is read from JSON as well', async () => {
    scriptDownload([partAt('/1'), partAt('/2')], { format: 'JSON_ARRAY' });
    cloud.next(
      { body: [['1', null]] },
      {
        body: [
          ['2', 'b'],
          ['3', 'c'],
        ],
      },
    );
    expect(await rowsOf(await read())).toEqual([
      ['1', null],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });

  test('is read as the format that storage says, if Genie doesn’t say', async () => {
    scriptDownload([partAt('/1')], {});
    cloud.next(csv('n,word\r\n1,a\r\n2,b\r\n3,c\r\n'));
    expect(await rowsOf(await read())).toHaveLength(3);
  });

  test('fetches its parts with their own headers and without our token', async () => {
    scriptDownload([partAt('/1?sig=s', { 'x-ms-key': 'k' })], { format: 'CSV' });
    cloud.next(csv('1,a\r\n2,b\r\n3,c\r\n'));
    await rowsOf(await read());
    expect(cloud.requests[0]?.url).toBe('/1?sig=s');
    expect(cloud.requests[0]?.headers).toMatchObject({ 'x-ms-key': 'k' });
    expect(cloud.requests[0]?.headers.authorization).toBeUndefined();
    expect(genie.requests.every(({ headers }) => headers.authorization)).toBe(true);
  });

  test('is not fetched with headers that can’t be sent, and these are not quoted', async () => {
    scriptDownload([partAt('/1', { 'x-key': 'secret\n' + 'x' })], { format: 'CSV' });
    const error = await failureOf(read());
    expect(error.message).toMatch(/headers that cannot be sent/);
    expect(JSON.stringify([error.message, error.cause])).not.toContain('secret');
    expect(cloud.requests).toEqual([]);
  });

  test('is not followed to another address', async () => {
    scriptDownload([partAt('/1?sig=s')], { format: 'CSV' });
    cloud.next({ status: 302, headers: { location: `${genie.url}/elsewhere` } });
    const error = await failureOf(read());
    expect(error.message).toMatch(/302/);
    expect(error.message).not.toContain('sig=');
    expect(genie.requests).toHaveLength(5);
  });

  test.each([
    'https://evil.example/x?sig=s',
    'http://dbstorage.blob.core.windows.net/x?sig=s',
    'https://user:pass@dbstorage.blob.core.windows.net/x?sig=s',
    'no address, sig=s',
  ])('is not fetched from %s', async (external_link) => {
    scriptDownload([{ external_link }], { format: 'CSV' });
    const error = await failureOf(read());
    expect(error.message).toMatch(/nothing is fetched/);
    expect(error.message).not.toMatch(/sig=|pass/);
  });

  test.each([
    ['a row too few', 'CSV', csv('n,word\r\n1,a\r\n2,b\r\n')],
    ['a row too many', 'CSV', csv('1,a\r\n2,b\r\n3,c\r\n4,d\r\n')],
    ['a row that is cut', 'CSV', csv('n,word\r\n1,a\r\n2,b\r\n3\r\n')],
    ['a quote that does not end', 'CSV', csv('n,word\r\n1,a\r\n2,b\r\n3,"secret\r\n')],
    ['a quote within a value', 'CSV', csv('n,word\r\n1,a\r\n2,b\r\n3,sec"ret"\r\n')],
    ['JSON of another shape', 'JSON_ARRAY', { body: [{ secret: 1 }] }],
    ['no JSON', 'JSON_ARRAY', { body: 'secret' }],
    ['JSON that ends early', 'JSON_ARRAY', { body: '[["1","a"],["2","b"],["3","secret"]' }],
    ['JSON that goes on', 'JSON_ARRAY', { body: '[["1","a"],["2","b"],["3","c"]]secret' }],
    ['another format', 'ARROW_STREAM', { body: 'secret' }],
  ])('fails for %s rather than returning less', async (_, format, part) => {
    scriptDownload([partAt('/1')], { format });
    cloud.next(part);
    const error = await failureOf(read());
    expect(error.code).toBe('genie-bad-response');
    expect(JSON.stringify([error.message, error.cause])).not.toMatch(/sec"?ret/);
  });

  test.each([
    ['CSV', 'n,word\r\n1,a\r\n2,b\r\n3,c\r\n'],
    ['JSON_ARRAY', '[["1","a"],["2","b"],["3","c"],'],
  ])('fails when a part in %s breaks off', async (format, start) => {
    scriptDownload([partAt('/1')], { format });
    cloud.next((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(start, () => response.destroy());
    });
    expect((await failureOf(read())).code).toBe('genie-unreachable');
  });

  test.each(['FAILED', 'CANCELED', 'CLOSED'])('fails if it was %s', async (state) => {
    scriptDownload([], { format: 'CSV' }, state);
    expect((await failureOf(read())).code).toBe('genie-failed');
  });

  test('stops reading when the rest is no longer wanted', async () => {
    scriptDownload([partAt('/1')], { format: 'CSV' });
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    cloud.next(async (_, response) => {
      response.on('close', resolve);
      response.writeHead(200);
      while (!response.destroyed) {
        response.write('1,a\r\n'.repeat(1_000));
        await wait(1);
      }
    });
    for await (const _ of (await read())?.rows ?? []) break;
    await gone;
  });
});
