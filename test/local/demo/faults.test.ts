import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SeenMessage, STAGE_MS, startTestDemo, type TestDemo } from './demoClient.ts';

const QUESTION = 'Revenue by region';
const SPACES = '/api/2.0/genie/spaces';

let demo: TestDemo;
beforeEach(async () => {
  demo = await startTestDemo();
});
afterEach(() => demo.close());

describe('faults of requests', () => {
  it('a given answer is sent as often as asked for, to matching requests only', async () => {
    demo.faults.next(
      { method: 'GET', path: /spaces$/, times: 2 },
      { status: 503, headers: { 'Retry-After': '7' }, body: 'No webapps are available' },
    );
    expect((await demo.send('GET', `${SPACES}/${demo.spaceId}`)).status).toBe(200);
    const refused = await demo.send('GET', SPACES);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('Retry-After')).toBe('7');
    expect(await refused.text()).toBe('No webapps are available');
    expect((await demo.send('GET', SPACES)).status).toBe(503);
    expect((await demo.send('GET', SPACES)).status).toBe(200);
  });

  it('an object is sent as JSON', async () => {
    const body = { error_code: 403, message: 'no' };
    demo.faults.next({ path: SPACES }, { status: 403, body });
    const response = await demo.send('GET', SPACES);
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(await response.json()).toEqual(body);
  });

  it('a dropped question was never asked, a question dropped after it was', async () => {
    demo.faults.next({ method: 'POST' }, 'drop');
    await expect(demo.ask(QUESTION)).rejects.toThrow('fetch failed');
    expect(demo.messages()).toHaveLength(0);
    demo.faults.next({ method: 'POST' }, 'drop-after');
    await expect(demo.ask(QUESTION)).rejects.toThrow('fetch failed');
    expect(demo.messages()).toMatchObject([{ content: QUESTION }]);
  });

  it('a delayed request is answered later, but answered', async () => {
    demo.faults.next({ path: SPACES }, { delay: 60 });
    const start = performance.now();
    expect((await demo.send('GET', SPACES)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(50);
  });
});

describe('scripted messages', () => {
  it('a message goes through the statuses of its script, unknown and repeated ones too', async () => {
    const path = ['SUBMITTED', 'EXECUTING_QUERY', 'ASKING_AI', 'IN_PROGRESS', 'COMPLETED'];
    demo.faults.script('region', { statuses: path.map((status) => ({ status, ms: 10 })) });
    const message = await demo.ask(QUESTION);
    const seen: string[] = [];
    for (const _ of path) {
      seen.push((await demo.get(message)).status);
      demo.time.now += 10;
    }
    expect(seen).toEqual(path);
    expect((await demo.get(message)).attachments).toHaveLength(3);
  });

  it('a scripted error fails the message with its type and text', async () => {
    const error = {
      type: 'SQL_EXECUTION_EXCEPTION',
      error: '[INSUFFICIENT_PERMISSIONS] No SELECT on the table.',
    };
    demo.faults.script(/region/, { error });
    expect(await demo.askToEnd(QUESTION)).toMatchObject({
      status: 'FAILED',
      error,
      attachments: [],
    });
  });

  it('a cancelled message has no attachments', async () => {
    demo.faults.script('region', { statuses: [{ status: 'CANCELLED', ms: 0 }] });
    expect(await demo.ask(QUESTION)).toMatchObject({ status: 'CANCELLED', attachments: [] });
  });

  it('scripted attachments replace the answer and get ids', async () => {
    const text = { content: 'Booked or invoiced?', purpose: 'FOLLOW_UP_QUESTION' };
    demo.faults.script('region', { attachments: [{ text }] });
    expect((await demo.askToEnd(QUESTION)).attachments).toEqual([
      { attachment_id: expect.any(String), text },
    ]);
  });

  it('the later of two matching scripts wins', async () => {
    demo.faults.script('region', { statuses: [{ status: 'CANCELLED', ms: 0 }] });
    demo.faults.script('Revenue', { statuses: [{ status: 'ASKING_AI', ms: 0 }] });
    expect((await demo.ask(QUESTION)).status).toBe('ASKING_AI');
  });

  it('an expired result is closed until it is executed again under a new statement', async () => {
    demo.faults.script('region', { statuses: [{ status: 'QUERY_RESULT_EXPIRED', ms: 0 }] });
    const message = await demo.ask(QUESTION);
    const closed = await demo.result(message);
    expect(closed).toMatchObject({ status: { state: 'CLOSED' } });
    const attachment = message.attachments?.[0]?.attachment_id;
    const path = `${demo.messagePath(message)}/attachments/${attachment}/execute-query`;
    await demo.call('POST', path, {});
    expect((await demo.result(message)).status.state).toBe('RUNNING');
    demo.time.now += STAGE_MS;
    const renewed = await demo.result(message);
    expect(renewed.status.state).toBe('SUCCEEDED');
    expect(renewed.result?.data_array).toHaveLength(6);
    expect(renewed.statement_id).not.toBe(closed.statement_id);
    expect(await demo.get(message)).toMatchObject({ status: 'COMPLETED' });
  });

  it('a scripted statement response is what query-result answers', async () => {
    const statementResponse = { status: { state: 'FAILED', error: { message: 'out of memory' } } };
    demo.faults.script('region', { statementResponse });
    expect(await demo.result(await demo.askToEnd(QUESTION))).toEqual(statementResponse);
  });
});

describe('shapes and policies', () => {
  it('rows can come typed, with an empty object for NULL', async () => {
    demo.faults.shapes.typedRows = true;
    const { result } = await demo.result(await demo.askToEnd('revenue in 2019'));
    expect(result).toMatchObject({ data_typed_array: [{ values: [{}] }] });
  });

  it('attachments and results can be null, purposes and new ids absent', async () => {
    const message = await demo.askToEnd(QUESTION);
    demo.faults.shapes.nullResult = true;
    expect((await demo.result(message)).result).toBeNull();
    demo.faults.shapes.noPurpose = true;
    const text = (await demo.get(message)).attachments?.find((one) => one.text)?.text;
    expect(text).not.toHaveProperty('purpose');
    demo.faults.shapes.nullAttachments = true;
    demo.faults.shapes.legacyIds = true;
    const seen = await demo.get(message);
    expect(seen).toMatchObject({ id: message.message_id, attachments: null });
    expect(seen).not.toHaveProperty('message_id');
  });

  it('an expired conversation is unknown from then on', async () => {
    const { conversation_id } = await demo.askToEnd(QUESTION);
    demo.faults.expireConversation(conversation_id);
    const path = `/api/2.0/genie${demo.conversationPath(conversation_id)}/messages`;
    expect((await demo.send('POST', path, { content: QUESTION })).status).toBe(404);
    expect((await demo.send('GET', path)).status).toBe(404);
  });

  it.each([
    ['bad-request', 400, undefined],
    ['fail', 200, 'BLOCK_MULTIPLE_EXECUTIONS_EXCEPTION'],
    ['allow', 200, undefined],
  ] as const)('a second question while one runs: %s', async (policy, status, errorType) => {
    demo.faults.whileRunning = policy;
    const { conversation_id } = await demo.ask(QUESTION);
    const path = `/api/2.0/genie${demo.conversationPath(conversation_id)}/messages`;
    const response = await demo.send('POST', path, { content: 'by month' });
    expect(response.status).toBe(status);
    if (status !== 200) return;
    demo.time.now += 10 * STAGE_MS;
    const message = await demo.get((await response.json()) as SeenMessage);
    expect(message.error?.type).toBe(errorType);
  });
});
