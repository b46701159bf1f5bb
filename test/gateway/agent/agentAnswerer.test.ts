import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../../../src/common/clock.ts';
import { createAgentAnswerer } from '../../../src/gateway/agent/agentAnswerer.ts';
import { createLiveTurns } from '../../../src/gateway/agent/liveTurns.ts';
import { createAgentClient } from '../../../src/genie/agent/agentClient.ts';
import type { MessageIds } from '../../../src/genie/types.ts';
import type { Said } from '../../../src/questions/ports.ts';
import { type ScriptedServer, startScriptedServer } from '../../support/scriptedServer.ts';

let genie: ScriptedServer;
beforeEach(async () => {
  genie = await startScriptedServer();
});
afterEach(() => genie.close());

const event = (type: string, data: object) => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
const created = event('response.created', {
  type: 'response.created',
  response: { id: 'r1', conversation_id: 'c1', status: 'in_progress', output: [] },
});
const done = (item: object) => event('response.output_item.done', { item });
const added = (item: object) => event('response.output_item.added', { item });
const completed = (output: object[] = []) =>
  event('response.completed', { response: { id: 'r1', status: 'completed', output } });
const text = (words: string, more: object = {}) => ({ type: 'output_text', text: words, ...more });
const report = (...content: object[]) => ({
  id: 'm1',
  type: 'message',
  role: 'assistant',
  content,
});
const plan = {
  id: 'p1',
  type: 'reasoning',
  content: [{ text: '\n## Check the **tables**\nThen …' }],
};
const call = {
  id: 'f1',
  type: 'function_call',
  name: 'execute_sql',
  call_id: 'f1',
  arguments: JSON.stringify({ sql: 'SELECT\n 1', title: 'By region' }),
};
const output = (table: string) => ({
  id: 'f1_output',
  type: 'function_call_output',
  call_id: 'f1',
  output: table,
});
const rows = {
  sql: 'SELECT 1',
  columns: [
    { name: 'region', type: 'string' },
    { name: 'n', type: 'decimal(18,2)' },
  ],
  preview_rows: [
    ['EMEA', '1.5'],
    ['APAC', null],
  ],
  total_row_count: 7,
};
const asked = {
  id: 'r1_input',
  type: 'message',
  role: 'user',
  content: [{ type: 'input_text', text: 'How many?' }],
};
const stream = (...events: string[]) => ({
  headers: { 'content-type': 'text/event-stream' },
  body: events.join(''),
});

/** Fifty times as fast as the real one, which the streams' own time is. */
const begun = Date.now();
const clock: Clock = {
  now: () => begun + (Date.now() - begun) * 50,
  sleep: (ms, signal) => systemClock.sleep(ms / 50, signal),
};

function answerer() {
  const tokens = { getToken: async () => 'dapi-test', invalidate: () => {} };
  const retry = { retries: 0, initialBackoffMs: 1, maxBackoffMs: 1, multiplier: 1 };
  const client = createAgentClient({ host: genie.url, tokens, clock, retry, timeoutMs: 2_000 });
  const agent = createAgentAnswerer(client, client, {
    clock,
    liveTurns: createLiveTurns(clock),
  });
  return agent;
}

/** Asks, and waits for the answer. */
async function askAll(...events: string[]) {
  genie.next(stream(...events));
  const agent = answerer();
  const said: Said[] = [];
  const asking = { spaceId: 's1', conversationId: undefined, content: 'How many?' };
  const ids = await agent.ask(asking);
  const message = await agent.watch(ids, clock.now() + 60_000, (_, words) =>
    said.push(words ?? {}),
  );
  return { ids, message, said, answer: message && (await agent.readAnswer(message)) };
}

/** Reads the answer from the items alone, as after a takeover. */
async function readAll(...items: object[]) {
  genie.otherwise({ body: { object: 'list', data: items.toReversed(), has_more: false } });
  const agent = answerer();
  const ids: MessageIds = { spaceId: 's1', conversationId: 'agent:c1', messageId: 'r1' };
  const message = await agent.watch(ids, clock.now() + 20_000, () => {});
  return { message, answer: message && (await agent.readAnswer(message)) };
}

const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'no error',
    ({ code, details }) => `${code} ${details?.acted}`,
  );

describe('a response', () => {
  it('has IDs that say which mode it was asked in', async () => {
    const { ids } = await askAll(created, done(report(text('42'))), completed());
    expect(ids).toEqual({ spaceId: 's1', conversationId: 'agent:c1', messageId: 'r1' });
  });

  it('is what its last report says, however often its items come, and whatever comes along', async () => {
    const { message, answer } = await askAll(
      created,
      added(plan),
      done(plan),
      event('response.unheard_of', { item: { id: 'x' } }),
      'event: ping\ndata: no JSON\n\n',
      ': comment\n\n',
      done({ id: 'n1', type: 'newer_kind' }),
      done({ ...report(text('I’ll look.')), id: 'm0' }),
      done(call),
      added({ ...output(''), status: 'in_progress' }),
      done(output('By region\n\n| a |\n| - |\n| 1 |')),
      added(report(text('42 is the answer.'))),
      done(report(text('42 is the answer.'))),
      completed([plan, call, report(text('42 is the answer.'))]),
    );
    expect(message?.status).toBe('COMPLETED');
    expect(answer?.texts).toEqual(['42 is the answer.']);
    // It has no rows of its own: what its query gave stands below it.
    expect(answer?.tables).toMatchObject([
      { attachmentId: 'table-1', title: 'By region', sql: 'SELECT\n 1', rows: [['1']] },
    ]);
  });

  it('has its rows from what came along, not from what is written about them', async () => {
    const { answer } = await askAll(
      created,
      done(plan),
      done(call),
      done(report(text('EMEA leads :citation[1].'), text('| x |\n| - |', { metadata: rows }))),
      completed(),
    );
    expect(answer?.texts.join('')).not.toContain(':citation');
    expect(answer?.tables).toMatchObject([
      {
        attachmentId: 'table-1',
        title: 'By region',
        sql: 'SELECT 1',
        columns: [
          { name: 'region', type: 'STRING' },
          { name: 'n', type: 'DECIMAL', scale: 2 },
        ],
        rows: [
          ['EMEA', '1.5'],
          ['APAC', null],
        ],
        totalRows: 7,
        thoughts: [{ text: expect.stringContaining('Check the **tables**') }],
      },
    ]);
  });

  it('has the tables that stand in its text', async () => {
    const table = '| region | n |\n| --- | --- |\n| EMEA | 1 |';
    const { answer } = await askAll(created, done(report(text(`So:\n\n${table}`))), completed());
    expect(answer?.tables).toMatchObject([{ attachmentId: 'table-1', rows: [['EMEA', '1']] }]);
  });

  it('keeps its words where its rows could not be fetched', async () => {
    const metadata = { ...rows, status: 'fetch_failed' };
    const { answer } = await askAll(
      created,
      done(report(text('No rows.', { metadata }))),
      completed(),
    );
    expect(answer?.texts).toEqual(['No rows.']);
  });

  it('names what it cites', async () => {
    const annotations = [
      { title: 'Handbook', url: 'https://a.example/h' },
      { title: 'Handbook', url: 'https://a.example/h' },
    ];
    const { answer } = await askAll(
      created,
      done(report(text('42', { annotations }))),
      completed(),
    );
    expect(answer?.citations).toEqual([{ title: 'Handbook', url: 'https://a.example/h' }]);
  });

  it('says its steps in its own words', async () => {
    genie.next((_request, reply) => {
      reply.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.write(created + done(plan));
      setTimeout(() => reply.end(done(report(text('42'))) + completed()), 50);
    });
    const agent = answerer();
    const asking = { spaceId: 's1', conversationId: undefined, content: 'How many?' };
    const said: Said[] = [];
    const ids = await agent.ask(asking);
    genie.otherwise({ body: { data: [plan, asked], has_more: false } });
    await agent.watch(ids, clock.now() + 1e9, (_, words) => said.push(words ?? {}));
    expect(said).toContainEqual({ step: 'Check the tables' });
  });

  it.each([
    [
      'response.failed',
      { response: { status: 'failed', error: { code: 'A', message: 'b' } } },
      'FAILED',
    ],
    ['response.incomplete', { response: { error: { code: 'A', message: 'b' } } }, 'FAILED'],
    ['error', { type: 'error', code: 'A', message: 'b' }, 'FAILED'],
    ['message', { error: { error_code: 'A', message: 'b' } }, 'FAILED'],
    ['response.failed', { response: { status: 'cancelled' } }, 'CANCELLED'],
  ])('ends with %s %j as %s', async (type, data, status) => {
    const { message } = await askAll(created, done(plan), event(type, data));
    expect(message?.status).toBe(status);
    if (status === 'FAILED') expect(message?.error).toEqual({ type: 'A', text: 'b' });
  });

  it.each([
    ['nothing', [], 'genie-bad-response maybe'],
    ['an end without a beginning', [completed()], 'genie-bad-response maybe'],
    [
      'no conversation',
      [event('response.created', { response: { id: 'r1' } })],
      'genie-bad-response maybe',
    ],
  ])('might have been taken if its stream has %s', async (_, events, code) => {
    genie.next(stream(...(events as string[])));
    const asking = { spaceId: 's1', conversationId: undefined, content: 'How many?' };
    expect(await codeOf(answerer().ask(asking))).toBe(code);
  });

  it.each([
    [404, { error_code: 'FEATURE_DISABLED' }, 'genie-disabled no'],
    [403, { error_code: 'PERMISSION_DENIED' }, 'genie-forbidden no'],
    [409, { error_code: 'RESOURCE_CONFLICT' }, 'genie-unavailable no'],
    [429, {}, 'genie-throttled no'],
    [503, {}, 'genie-unavailable maybe'],
  ])('is refused with %i %j as %s', async (status, body, code) => {
    genie.next({ status, body });
    const asking = { spaceId: 's1', conversationId: undefined, content: 'How many?' };
    expect(await codeOf(answerer().ask(asking))).toBe(code);
  });

  it('is unknown in a conversation that is gone, not in a space that is', async () => {
    genie.next({ status: 404, body: { error_code: 'RESOURCE_DOES_NOT_EXIST' } });
    const asking = { spaceId: 's1', conversationId: 'agent:c1', content: 'And?' };
    expect(await codeOf(answerer().ask(asking))).toBe('conversation-gone no');
    expect(JSON.parse(genie.requests[0]?.body ?? '')).toMatchObject({ conversation_id: 'c1' });
  });
});

describe('the items of a conversation', () => {
  it('tell the answer once nothing follows the report', async () => {
    const { message, answer } = await readAll(asked, plan, call, output('x'), report(text('42')));
    expect(message).toMatchObject({ status: 'COMPLETED', content: 'How many?' });
    expect(answer?.texts).toEqual(['42']);
    expect(genie.requests.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['the question alone', [asked]],
    ['a plan last', [asked, report(text('First …')), plan]],
    ['a query that runs', [asked, plan, { ...call, status: 'in_progress' }]],
    ['a report that is being written', [asked, { ...report(text('4')), status: 'in_progress' }]],
    ['another question only', [{ ...asked, id: 'r0_input' }, report(text('Old'))]],
  ])('tell that it goes on: %s', async (_, items) => {
    expect((await readAll(...(items as object[]))).message).toBeUndefined();
  });

  it('tell each question’s own answer', async () => {
    const later = [
      { ...asked, id: 'r2_input' },
      { ...report(text('Later')), id: 'm2' },
    ];
    const { answer } = await readAll(asked, report(text('42')), ...later);
    expect(answer?.texts).toEqual(['42']);
  });

  it.each([
    [{ role: 'system', content: [text('The warehouse is gone')] }, 'FAILED'],
    [{ role: 'assistant', status: 'failed', error: { code: 'A', message: 'b' } }, 'FAILED'],
    [{ role: 'assistant', status: 'cancelled', content: [] }, 'CANCELLED'],
  ])('tell how it went wrong: %j', async (last, status) => {
    const { message } = await readAll(asked, plan, { id: 'm1', type: 'message', ...last });
    expect(message?.status).toBe(status);
  });

  it('are read page by page up to the question', async () => {
    const pages = [[report(text('42'))], [call, plan], [asked]];
    for (const _look of [1, 2]) {
      for (const [index, data] of pages.entries()) {
        genie.next({ body: { data, last_id: `page-${index}`, has_more: index < 2 } });
      }
    }
    const agent = answerer();
    const ids = { spaceId: 's1', conversationId: 'agent:c1', messageId: 'r1' };
    expect((await agent.watch(ids, clock.now() + 1, () => {}))?.status).toBe('COMPLETED');
    expect(
      genie.requests.map(({ url }) => new URL(url, genie.url).searchParams.get('after')),
    ).toEqual([null, 'page-0', 'page-1', null, 'page-0', 'page-1']);
  });

  it('bear whatever is missing or newer', async () => {
    const odd = [null, 7, {}, { id: 'x' }, { id: 'y', type: 'message', content: 'only words' }];
    const { answer } = await readAll(asked, ...(odd as object[]));
    expect(answer?.texts).toEqual(['only words']);
  });
});
