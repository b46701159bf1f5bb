import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerTable } from '../../src/answers/answer.ts';
import { missingText } from '../../src/cards/answer/missingText.ts';
import { createLog } from '../../src/common/log.ts';
import { createGenieGateway } from '../../src/gateway/genieGateway.ts';
import { textsFor } from '../../src/texts/textsFor.ts';
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
let told: string[];
beforeEach(async () => {
  genie = await startScriptedServer();
  lines = [];
  told = [];
});
afterEach(() => genie.close());

/** Reads the answer where every look at the first table is answered by `response`, and how long that takes (ms). */
async function readAnswer(response: ScriptedResponse, signal?: AbortSignal) {
  genie.otherwise((request, reply) => {
    const scripted = request.url.includes('/troubled/') ? response : { body: rows };
    if (typeof scripted !== 'object') return;
    const type = { 'content-type': 'application/json' };
    reply.writeHead(scripted.status ?? 200, { ...type, ...scripted.headers });
    reply.end(
      typeof scripted.body === 'string' ? scripted.body : JSON.stringify(scripted.body ?? {}),
    );
  });
  const { client, clock } = createTestClient(genie.url, { retries: 0, timeoutMs: 10_000 });
  const log = createLog('info', (_level, line) => lines.push(line));
  const startedAt = clock.now();
  const gateway = createGenieGateway(client, client, { clock, log });
  const answer = await gateway.readAnswer(message, signal, (texts) => told.push(...texts));
  return { ...answer, tookMs: clock.now() - startedAt };
}

const looks = () => genie.requests.filter(({ url }) => url.includes('/troubled/')).length;
const internal = { error_code: 'INTERNAL_ERROR', message: 'no' };
const notGiven = 'Genie couldn’t give them';

const saidOf = (table: AnswerTable | undefined) =>
  table?.error && missingText(table.error, textsFor('en', 'en'));

describe('an answer with several tables', () => {
  it.each<[string, ScriptedResponse, string, { within: number; canRetry?: boolean }]>([
    [
      "can't be read",
      { status: 403, body: { error_code: 'PERMISSION_DENIED' } },
      'doesn’t have access to them',
      { within: 0, canRetry: false },
    ],
    ['is gone', { status: 404, body: { error_code: 'NOT_FOUND' } }, 'no longer has', { within: 0 }],
    [
      'is refused',
      { status: 400, body: { error_code: 'BAD_REQUEST' } },
      'refused',
      { within: 0, canRetry: false },
    ],
    ['needs other credentials', { status: 401 }, 'credentials', { within: 0 }],
    ['is never JSON', { body: '<html>' }, `${notGiven}.`, { within: 5_000 }],
    ['says nothing', { body: {} }, `${notGiven}.`, { within: 5_000 }],
    ['has an empty statement', { body: { statement_response: {} } }, notGiven, { within: 5_000 }],
    [
      'has a statement without a state',
      { body: { statement_response: { status: {} } } },
      notGiven,
      { within: 5_000 },
    ],
    ['is a list', { body: [] }, notGiven, { within: 5_000 }],
    ['fails inside', { status: 500, body: internal }, `${notGiven}.`, { within: 5_000 }],
    ['isn’t implemented', { status: 501 }, `${notGiven}.`, { within: 5_000 }],
    ['isn’t available', { status: 503 }, `${notGiven}.`, { within: 20_000 }],
    ['has a bad gateway', { status: 502 }, notGiven, { within: 20_000 }],
    ['is throttled', { status: 429 }, `${notGiven}: it’s too busy`, { within: 20_000 }],
    [
      'is throttled for longer than anyone waits',
      { status: 429, headers: { 'retry-after': '3600' } },
      `${notGiven}: it’s too busy`,
      { within: 0 },
    ],
    [
      'never finishes',
      { body: { statement_response: { status: { state: 'RUNNING' } } } },
      'took too long',
      { within: 120_000 },
    ],
  ])('keeps everything else if one of them %s', async (_, response, reason, expected) => {
    const { within, canRetry = true } = expected;
    const { texts, tables, tookMs } = await readAnswer(response);
    expect(texts).toEqual(['EMEA led.']);
    expect(tables).toMatchObject([
      { title: 'By region', rows: [], error: expect.anything() },
      { title: 'By month', rows: [['1']] },
    ]);
    expect(saidOf(tables[0])).toContain(reason);
    expect(tables[0]?.canRetry ?? false).toBe(canRetry);
    expect(tables[1]).not.toHaveProperty('error');
    expect(tookMs).toBeLessThanOrEqual(within);
    if (within > 0) expect(looks()).toBeGreaterThan(3);
    const events = lines.map((line) => JSON.parse(line).event);
    expect(events.filter((event) => event === 'genie.rowsUnread')).toHaveLength(1);
    expect(told).toEqual(['EMEA led.']);
  });

  it('says how often a read was repeated, and why', async () => {
    await readAnswer({ status: 503, headers: { 'x-request-id': 'r-7' } });
    const [first] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      event: 'genie.retry',
      code: 'genie-unavailable',
      requestId: 'r-7',
      attempt: 1,
      waitMs: 1_000,
    });
  });

  it('asks only once for more rows than can be read', async () => {
    const { tables } = await readAnswer({ body: ' '.repeat(32 * 1024 * 1024 + 1) });
    expect(tables).toMatchObject([{ error: 'too-large' }, {}]);
    expect(looks()).toBe(1);
  });

  it('is not returned to a caller that has stopped waiting', async () => {
    const signal = AbortSignal.timeout(200);
    await expect(readAnswer('hang', signal)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('where an answer comes from', () => {
  const host = 'https://adb-123456789.1.azuredatabricks.net';
  const read = async (identity: 'bot' | 'person', attachments = message.attachments) => {
    genie.otherwise({ body: rows });
    const { client, clock } = createTestClient(genie.url, { retries: 0 });
    const gateway = createGenieGateway(client, client, { clock, host, identity });
    return gateway.readAnswer({ ...message, attachments, createdAt: 1_795_250_000_000 });
  };

  it('is its conversation for who asked, and the space where the bot did', async () => {
    const room = `${host}/genie/rooms/space`;
    expect((await read('person')).origin).toEqual({
      shows: 'conversation',
      url: `${room}/chats/conversation?o=123456789`,
    });
    expect((await read('bot')).origin).toEqual({ shows: 'space', url: `${room}?o=123456789` });
  });

  it('isn’t linked at another address', async () => {
    expect(await readAnswer({ body: rows })).not.toHaveProperty('origin');
  });

  it('is data that is no older than the question', async () => {
    expect((await read('bot')).tables.map(({ readAt }) => readAt)).toEqual([
      1_795_250_000_000, 1_795_250_000_000,
    ]);
  });

  it('keeps everything else without the chart that Genie drew', async () => {
    const viz = {
      kind: 'visualization' as const,
      id: 'v',
      title: 'By month',
      queryAttachmentId: 'fine',
    };
    const answer = await read('bot', [...message.attachments, viz]);
    expect(answer.texts).toEqual(['EMEA led.']);
    expect(answer.tables).toMatchObject([
      { title: 'By region', rows: [['1']] },
      { title: 'By month', rows: [['1']], genieChart: { title: 'By month' } },
    ]);
    expect(JSON.stringify(answer)).not.toContain('data:');
  });
});
