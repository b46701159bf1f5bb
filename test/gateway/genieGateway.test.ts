import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/common/log.ts';
import { createGenieGateway } from '../../src/gateway/genieGateway.ts';
import { aMessage, aQuery, aText } from '../answers/aMessage.ts';
import { createTestClient } from '../genie/testClient.ts';
import {
  type ScriptedResponse,
  type ScriptedServer,
  startScriptedServer,
} from '../support/scriptedServer.ts';

const rows = {
  statement_response: {
    status: { state: 'SUCCEEDED' },
    manifest: { schema: { columns: [{ name: 'n', type_name: 'INT' }] }, total_row_count: 1 },
    result: { data_array: [['1']] },
  },
};
const message = aMessage(
  aText('EMEA led.'),
  aQuery('troubled', { title: 'By region' }),
  aQuery('fine', { title: 'By month' }),
);

let genie: ScriptedServer;
let lines: string[];
beforeEach(async () => {
  genie = await startScriptedServer();
  lines = [];
});
afterEach(() => genie.close());

/** Reads the answer where every look at the first table is answered by `response`. */
function readAnswer(response: ScriptedResponse, signal?: AbortSignal) {
  genie.otherwise((request, reply) => {
    const scripted = request.url.includes('/troubled/') ? response : { body: rows };
    if (typeof scripted !== 'object') return;
    reply.writeHead(scripted.status ?? 200, { 'content-type': 'application/json' });
    reply.end(
      typeof scripted.body === 'string' ? scripted.body : JSON.stringify(scripted.body ?? {}),
    );
  });
  const { client, clock } = createTestClient(genie.url, { retries: 0, timeoutMs: 10_000 });
  const log = createLog('info', (_level, line) => lines.push(line));
  return createGenieGateway(client, client, clock, log).readAnswer(message, signal);
}

describe('an answer with several tables', () => {
  it.each<[string, ScriptedResponse, RegExp]>([
    [
      "can't be read",
      { status: 403, body: { error_code: 'PERMISSION_DENIED' } },
      /doesn’t have access to them/,
    ],
    ['is gone', { status: 404, body: { error_code: 'NOT_FOUND' } }, /no longer has/],
    ['is refused', { status: 400, body: { error_code: 'BAD_REQUEST' } }, /refused/],
    ['is never JSON', { body: '<html>' }, /couldn’t understand/],
    [
      'never finishes',
      { body: { statement_response: { status: { state: 'RUNNING' } } } },
      /took too long/,
    ],
  ])('keeps everything else if one of them %s', async (_, response, reason) => {
    const { texts, tables } = await readAnswer(response);
    expect(texts).toEqual(['EMEA led.']);
    expect(tables).toMatchObject([
      { title: 'By region', rows: [], error: expect.stringMatching(reason) },
      { title: 'By month', rows: [['1']] },
    ]);
    expect(tables[1]).not.toHaveProperty('error');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['genie.rowsUnread']);
  });

  it('asks only once for more rows than can be read', async () => {
    const { tables } = await readAnswer({ body: ' '.repeat(32 * 1024 * 1024 + 1) });
    expect(tables).toMatchObject([{ error: expect.stringMatching(/too large/) }, {}]);
    expect(genie.requests.filter(({ url }) => url.includes('/troubled/'))).toHaveLength(1);
  });

  it.each([
    ['genie-unauthorized', { status: 401 }],
    ['genie-timeout', { status: 503 }],
    ['genie-timeout', { status: 429 }],
  ])('is not returned after %s if a retry may complete it', async (code, response) => {
    await expect(readAnswer(response)).rejects.toMatchObject({ code });
  });

  it('is not returned to a caller that has stopped waiting', async () => {
    const signal = AbortSignal.timeout(200);
    await expect(readAnswer('hang', signal)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
