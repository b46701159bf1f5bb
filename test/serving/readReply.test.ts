import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { createGate, type StreamStep } from '../support/servingDouble.ts';
import * as wire from '../support/servingWire.ts';
import { openClient } from './openClient.ts';

/** What comes of a stream: the reply, and what was told on the way. */
async function play(...stream: StreamStep[]) {
  await using stage = await openClient();
  stage.double.next({ stream });
  const reply = await stage.ask('Hello');
  return { reply, steps: stage.steps(), texts: stage.texts() };
}

/** What a stream fails with. */
async function fail(...stream: StreamStep[]) {
  await using stage = await openClient();
  stage.double.next({ stream });
  const error = await stage.ask('Hello').then(
    (reply) => expect.fail(`it answered ${JSON.stringify(reply)}`),
    (thrown) => thrown,
  );
  return { error, texts: stage.texts() };
}

describe('an answer of the Responses API', () => {
  it('grows word by word', async () => {
    const { reply, texts } = await play(...wire.responsesStream('Revenue was **5 M**.'));
    expect(reply).toEqual({ text: 'Revenue was **5 M**.' });
    expect(texts).toEqual(['Revenue', 'Revenue was', 'Revenue was **5', 'Revenue was **5 M**.']);
  });

  it('can come without pieces', async () => {
    const { reply, texts } = await play(
      wire.itemDone(wire.message('m1', 'All at once.')),
      wire.done,
    );
    expect(reply).toEqual({ text: 'All at once.' });
    expect(texts).toEqual(['All at once.']);
  });

  it('is what its item says, where its pieces say something else', async () => {
    const { reply } = await play(
      wire.delta('m1', 'Revenue was 5 M'),
      wire.itemDone(wire.message('m1', 'Revenue was 5.1 M.')),
      wire.completed(),
    );
    expect(reply.text).toBe('Revenue was 5.1 M.');
  });

  it('is what its pieces say, where its item says nothing', async () => {
    const { reply } = await play(
      wire.delta('m1', 'Revenue was 5 M.'),
      wire.itemDone({ type: 'message', id: 'm1', content: [] }),
      wire.completed(),
    );
    expect(reply.text).toBe('Revenue was 5 M.');
  });

  it('can come with its end alone', async () => {
    const { reply } = await play(
      wire.created,
      wire.completed([wire.functionCall('look'), wire.message('m1', 'At the end.')]),
    );
    expect(reply.text).toBe('At the end.');
  });

  it('can have its content as a string, in parts, or refuse', async () => {
    const item = (content: unknown) => wire.itemDone({ type: 'message', id: 'm1', content });
    const part = (text: unknown, type = 'output_text') => ({ type, text });
    expect((await play(item('Plain.'), wire.done)).reply.text).toBe('Plain.');
    const parts = [part('One, '), part('two'), part(3), null, 'x', part('.')];
    expect((await play(item(parts), wire.done)).reply.text).toBe('One, two.');
    const refusal = [{ type: 'refusal', refusal: 'I can’t do that.' }];
    expect((await play(item(refusal), wire.done)).reply.text).toBe('I can’t do that.');
  });

  it('is the last of several messages; those before it are steps', async () => {
    const { reply, steps, texts } = await play(
      wire.delta('m1', 'Let me ask\nthe sales agent.'),
      wire.itemDone(wire.message('m1', 'Let me ask\nthe sales agent.')),
      wire.event('response.output_item.added', {
        item: wire.functionCall('main__sales__top_customers'),
      }),
      wire.itemDone(wire.functionCall('main__sales__top_customers')),
      wire.itemDone({ type: 'function_call_output', call_id: 'call_1', output: '{"secret":1}' }),
      wire.itemDone(wire.message('m2', 'It’s Contoso.')),
      wire.completed(),
      wire.done,
    );
    expect(reply).toEqual({ text: 'It’s Contoso.' });
    expect(steps).toEqual(['top customers', 'Let me ask the sales agent.']);
    expect(texts).toEqual(['Let me ask\nthe sales agent.', 'It’s Contoso.']);
  });

  it('stays the last message’s when an earlier one is told once more', async () => {
    const { reply, texts } = await play(
      wire.delta('m1', 'First'),
      wire.delta('m2', 'Second'),
      wire.itemDone(wire.message('m1', 'First, whole')),
      wire.itemDone(wire.message('m2', 'Second, whole')),
      wire.done,
    );
    expect(reply.text).toBe('Second, whole');
    expect(texts).toEqual(['First', 'Second', 'Second, whole']);
  });

  it.each([
    ['in a message of its own', ['<name>sales-agent</name>'], ['m2']],
    ['before the text', ['<name>sales-agent</name>\nIt’s Contoso.'], []],
    ['in pieces', ['<na', 'me>sales', '-agent</na', 'me>\n', 'It’s', ' Contoso.'], []],
  ])('names who speaks %s, which is a step', async (_where, pieces, more) => {
    const { reply, steps, texts } = await play(
      ...pieces.map((piece) => wire.delta('m1', piece)),
      ...more.map((id) => wire.itemDone(wire.message(id, 'It’s Contoso.'))),
      wire.done,
    );
    expect(steps[0]).toBe('sales-agent');
    expect(reply.text).toBe('It’s Contoso.');
    expect(texts.join('')).not.toMatch(/[<>]/);
  });

  it('has the name of who goes on neither as its text nor in place of it', async () => {
    const { reply } = await play(
      wire.itemDone(wire.message('m1', 'It’s Contoso.')),
      wire.itemDone(wire.message('m2', '<name>supervisor</name>')),
      wire.done,
    );
    expect(reply.text).toBe('It’s Contoso.');
  });

  it('shows a thought as one step', async () => {
    const thought = (text: string) =>
      wire.event('response.reasoning_summary_text.delta', { item_id: 'r1', delta: text });
    const { steps, reply } = await play(
      thought('**Looking at '),
      thought('the orders**\n\nI need'),
      thought(' them all.'),
      wire.delta('m1', 'Five.'),
      wire.done,
    );
    expect(steps).toEqual(['Looking at the orders I need them all.']);
    expect(reply).toEqual({ text: 'Five.' });
  });

  it('shows thoughts that come as items', async () => {
    const summary = [{ type: 'summary_text', text: 'Looking at the orders' }];
    const { steps } = await play(
      wire.itemDone({ type: 'reasoning', id: 'r1', summary }),
      wire.delta('m1', 'Five.'),
      wire.done,
    );
    expect(steps).toEqual(['Looking at the orders']);
  });

  it('has its sources, each once, from wherever they come', async () => {
    const orders = { type: 'url_citation', url: 'https://a.example/orders', title: 'Orders' };
    const { reply } = await play(
      wire.delta('m1', 'Five.'),
      wire.event('response.output_text.annotation.added', { item_id: 'm1', annotation: orders }),
      wire.itemDone(
        wire.message('m1', 'Five.', [
          orders,
          { type: 'file_citation', filename: 'prices.pdf' },
          { type: 'url_citation', url: 'https://a.example/untitled' },
          { type: 'url_citation', url: 'javascript:alert(1)', title: 'Odd' },
          { type: 'url_citation', url: 'javascript:alert(1)' },
          { type: 'url_citation' },
        ]),
      ),
      wire.done,
    );
    expect(reply.citations).toEqual([
      { title: 'Orders', url: 'https://a.example/orders' },
      { title: 'prices.pdf' },
      { title: 'a.example/untitled', url: 'https://a.example/untitled' },
      { title: 'Odd' },
    ]);
  });

  it('has its footnotes as sources, and stays what was shown while it came', async () => {
    const { reply, texts } = await play(
      wire.delta('m1', 'Revenue was 5 M.'),
      wire.itemDone(
        wire.message('m1', 'Revenue[^1] was 5 M.\n\n[^1]: [Orders](https://a.example/o)'),
      ),
      wire.done,
    );
    expect(reply).toEqual({
      text: 'Revenue was 5 M.',
      citations: [{ title: 'Orders', url: 'https://a.example/o' }],
    });
    expect(texts).toEqual(['Revenue was 5 M.', 'Revenue was 5 M.']);
  });

  it('can ask to be allowed something', async () => {
    const { reply } = await play(
      wire.itemDone(wire.message('m1', 'May I send it?')),
      wire.itemDone(wire.approvalRequest('ap_1')),
      wire.completed([wire.approvalRequest('ap_1')]),
    );
    expect(reply).toEqual({
      text: 'May I send it?',
      approval: { id: 'ap_1', name: 'send_mail', server: 'mail', arguments: '{"to":"ada"}' },
    });
  });

  it.each([
    ['as JSON', { to: 'ada' }, '{"to":"ada"}'],
    ['of no kind', undefined, ''],
  ])('can ask with arguments %s, and without a text', async (_kind, given, json) => {
    const request = { ...wire.approvalRequest('ap_1'), arguments: given };
    const { reply } = await play(wire.itemDone(request), wire.done);
    expect(reply).toEqual({
      text: '',
      approval: { id: 'ap_1', name: 'send_mail', server: 'mail', arguments: json },
    });
  });

  it.each([
    [
      'with the last item',
      [wire.itemDone(wire.message('m1', 'Five.'), wire.traced('tr-1')), wire.done],
    ],
    [
      'after the end',
      [wire.delta('m1', 'Five.'), wire.completed(), wire.data({ trace_id: 'tr-1' })],
    ],
    ['on its own', [wire.delta('m1', 'Five.'), wire.data(wire.traced('tr-1')), wire.done]],
    [
      'inside of the response',
      [
        wire.delta('m1', 'Five.'),
        wire.event('response.completed', { response: { output: [], ...wire.traced('tr-1') } }),
      ],
    ],
  ])('has a trace that comes %s', async (_where, frames) => {
    expect((await play(...frames)).reply).toEqual({ text: 'Five.', traceId: 'tr-1' });
  });

  it('is over two seconds after its end, whether the connection is or not', async () => {
    await using stage = await openClient();
    const gate = createGate();
    stage.double.next({ stream: [wire.delta('m1', 'Five.'), wire.completed(), gate] });
    const asked = stage.ask('Hello');
    await gate.reached;
    await stage.clock.whenSleeping(2);
    await stage.clock.advance(2_000);
    expect(await asked).toEqual({ text: 'Five.' });
    await stage.double.invocations[0]?.closed;
  });

  it.each([
    ['unknown events', [wire.event('response.sparkle', { delta: 'x' }), wire.event('ping')]],
    ['events of other types', [wire.data(null), wire.data(5), wire.data([1]), wire.data('text')]],
    ['data that is no JSON', ['data: {"type":\n\n', 'data: hello\n\n', ': keep-alive\n\n']],
    [
      'wrong types',
      [
        wire.event('response.output_text.delta', { item_id: 5, delta: { text: 'x' } }),
        wire.event('response.output_item.done', { item: 'message' }),
        wire.itemDone({ type: 'message', id: 'm0', content: { text: 'x' } }),
        wire.itemDone({ type: 'message', id: 'm0', role: 'tool', content: 'tool' }),
        wire.event('response.output_text.annotation.added', { annotation: 7 }),
      ],
    ],
    [
      'keys of prototypes',
      [
        'data: {"__proto__":{"type":"error"},"constructor":1}\n\n',
        wire.delta('__proto__', ''),
        wire.event('constructor', { error: null }),
      ],
    ],
    [
      'values that are nested deep',
      [`data: ${'['.repeat(50_000)}\n\n`, `data: ${'{"a":'.repeat(50_000)}\n\n`],
    ],
  ])('doesn’t mind %s', async (_what, frames) => {
    const { reply } = await play(...frames, wire.delta('m1', 'Five.'), ...frames, wire.done);
    expect(reply).toEqual({ text: 'Five.' });
  });

  it('may call its messages by the keys of prototypes', async () => {
    const { reply } = await play(
      wire.delta('__proto__', 'Fi'),
      wire.delta('__proto__', 've.'),
      wire.delta('constructor', 'Six.'),
      wire.done,
    );
    expect(reply.text).toBe('Six.');
  });

  it('may come in ten thousand pieces, and be long', async () => {
    const pieces = Array.from({ length: 10_000 }, (_, index) => `word${index} [x] `);
    const { reply, texts } = await play(
      pieces.map((piece) => wire.delta('m1', piece)).join(''),
      wire.done,
    );
    expect(reply.text).toBe(pieces.join('').trim());
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.length).toBeLessThan(1_000);
    expect(texts.at(-1)?.length).toBeLessThanOrEqual(64_000);
  });

  it('may come as ten thousand messages', async () => {
    const { reply } = await play(
      Array.from({ length: 10_000 }, (_, index) => wire.delta(`m${index}`, `Text ${index}`)).join(
        '',
      ),
      wire.done,
    );
    expect(reply.text).toMatch(/^Text \d+$/);
  });
});

describe('an answer of a chat', () => {
  it('grows word by word', async () => {
    const { reply, texts } = await play(...wire.chatStream('Revenue was 5 M.'));
    expect(reply).toEqual({ text: 'Revenue was 5 M.' });
    expect(texts.at(0)).toBe('Revenue');
    expect(texts.at(-1)).toBe('Revenue was 5 M.');
  });

  it('can have its content in parts, with thoughts', async () => {
    const { reply, steps } = await play(
      wire.chatChunk([{ type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hmm, ' }] }]),
      wire.chatChunk([{ type: 'reasoning', summary: [{ type: 'summary_text', text: 'orders.' }] }]),
      wire.chatChunk([
        { type: 'text', text: 'Five' },
        { type: 'image', url: 'x' },
      ]),
      wire.chatChunk([{ type: 'text', text: '.' }], 'stop'),
    );
    expect(reply).toEqual({ text: 'Five.' });
    expect(steps).toEqual(['Hmm, orders.']);
  });

  it('of a ChatAgent has messages, of which the last counts', async () => {
    const { reply, steps } = await play(
      wire.agentChunk('a1', 'I’ll look.', { tool_calls: [{ function: { name: 'get_orders' } }] }),
      wire.data({ delta: { role: 'tool', id: 't1', content: '{"secret":1}' } }),
      wire.agentChunk('a2', 'It’s '),
      wire.agentChunk('a2', 'Contoso.'),
      wire.done,
    );
    expect(reply).toEqual({ text: 'It’s Contoso.' });
    expect(steps).toEqual(['get orders', 'I’ll look.']);
  });

  it('that got too long for the model says that there was more', async () => {
    const { reply } = await play(wire.chatChunk('One, two', 'length'), wire.done);
    expect(reply.text).toBe('One, two …');
  });

  it('goes on after a tool was called', async () => {
    const { reply } = await play(wire.chatChunk('', 'tool_calls'), wire.chatChunk('Five.', 'stop'));
    expect(reply.text).toBe('Five.');
  });

  it('has one choice', async () => {
    const second = { choices: [{ index: 1, delta: { content: 'Other' } }] };
    const { reply } = await play(
      wire.chatChunk('Five.'),
      wire.data(second),
      wire.chatChunk('', 'stop'),
    );
    expect(reply.text).toBe('Five.');
  });
});

describe('an answer that isn’t streamed', () => {
  const whole = async (body: unknown, headers: Record<string, string> = {}) => {
    await using stage = await openClient();
    stage.double.next({ body, headers });
    return await stage.ask('Hello');
  };

  it.each([
    ['of the Responses API', { object: 'response', output: [wire.message('m1', 'Five.')] }],
    [
      'of a chat',
      { choices: [{ message: { role: 'assistant', content: 'Five.' }, finish_reason: 'stop' }] },
    ],
    [
      'of a ChatAgent',
      {
        messages: [
          { role: 'user', content: 'x' },
          { role: 'assistant', content: 'Five.', id: 'a' },
        ],
      },
    ],
  ])('is read whole: %s', async (_kind, body) => {
    expect(await whole(body)).toEqual({ text: 'Five.' });
  });

  it('is told by its look, not by its type', async () => {
    const body = JSON.stringify({ output: [wire.message('m1', 'Five.')] });
    expect(await whole(`\n ${body}`, { 'content-type': 'text/event-stream' })).toEqual({
      text: 'Five.',
    });
    const stream = wire.responsesStream('Five.').join('');
    expect(await whole(stream, { 'content-type': 'application/json' })).toEqual({ text: 'Five.' });
  });

  it.each([
    ['a page', '<!doctype html><html><title>Hello</title></html>', 'endpoint-failed'],
    [
      'a sign-in page',
      '<html><title>Sign in</title><input type="password"></html>',
      'genie-sign-in',
    ],
    ['cut JSON', '{"output":[{"type":"mess', 'endpoint-failed'],
    ['a list', '[1,2]', 'endpoint-cut-off'],
    ['an empty object', '{}', 'endpoint-cut-off'],
    ['text', 'Hello there', 'endpoint-cut-off'],
    ['nothing', '', 'endpoint-cut-off'],
    ['an error', '{"error":"boom"}', 'endpoint-failed'],
    [
      'an error of Databricks',
      '{"error_code":"INTERNAL_ERROR","message":"boom"}',
      'endpoint-failed',
    ],
  ])('is no answer if it is %s', async (_what, body, code) => {
    await expect(whole(body)).rejects.toMatchObject({ code });
  });
});

describe('a stream that fails', () => {
  it.each([
    ['an event', wire.event('error', { code: 'internal', message: 'boom' })],
    ['an event that only the stream names', 'event: error\ndata: {"message":"boom"}\n\n'],
    ['a bare error', wire.data({ error: 'boom' })],
    ['OpenAI’s error', wire.data({ error: { message: 'boom', type: 'server_error', code: null } })],
    ['Databricks’ error', wire.data({ error_code: 'INTERNAL_ERROR', message: 'boom' })],
    ['a nested event', wire.event('error', { error: { code: 'x', message: 'boom' } })],
    [
      'a failed response',
      wire.event('response.failed', {
        response: { error: { code: 'server_error', message: 'boom' } },
      }),
    ],
  ])('says so by %s', async (_how, frame) => {
    const { error, texts } = await fail(wire.delta('m1', 'Five'), frame, wire.done);
    expect(error).toMatchObject({
      name: 'GenieError',
      code: 'endpoint-failed',
      details: { acted: 'maybe' },
    });
    expect(error.message).toContain('boom');
    expect(texts).toEqual(['Five']);
  });

  it('is busy where it says that there were too many calls', async () => {
    const frame = wire.data({ error: { code: 429, message: 'slow down' } });
    expect((await fail(frame)).error).toMatchObject({ code: 'endpoint-busy' });
  });

  it('doesn’t quote what was asked', async () => {
    await using stage = await openClient();
    stage.double.next({ stream: [wire.data({ error: 'can’t answer "How much does Ada earn?"' })] });
    const error = await stage.ask('How much does Ada earn?').catch((thrown) => thrown);
    expect(error.message).toContain('can’t answer');
    expect(error.message).not.toContain('Ada');
  });

  it.each([
    ['ends without an end', [wire.created, wire.delta('m1', 'Fi')]],
    ['is cut', [wire.created, wire.delta('m1', 'Fi'), { cut: true as const }]],
    ['is cut before anything came', [{ cut: true as const }]],
    ['ends in the midst of an event', [wire.delta('m1', 'Fi'), 'data: {"type":"response.out']],
    [
      'is incomplete',
      [
        wire.delta('m1', 'Fi'),
        wire.event('response.incomplete', {
          response: { incomplete_details: { reason: 'max_output_tokens' } },
        }),
      ],
    ],
    ['is a chat without an end', [wire.chatChunk('Fi')]],
  ])('is cut off if it %s', async (_how, frames) => {
    expect((await fail(...frames)).error).toMatchObject({
      name: 'GenieError',
      code: 'endpoint-cut-off',
    });
  });

  it.each([
    ['the Responses API', [wire.created, wire.completed(), wire.done]],
    ['a chat', [wire.chatChunk('', 'stop'), wire.done]],
    ['blanks', [wire.delta('m1', ' \n'), wire.done]],
  ])('fails if it is whole and says nothing: %s', async (_what, frames) => {
    expect((await fail(...frames)).error).toMatchObject({ code: 'endpoint-failed' });
  });

  it('whose content was filtered fails', async () => {
    expect((await fail(wire.chatChunk('Fi', 'content_filter'))).error).toMatchObject({
      code: 'endpoint-failed',
    });
  });

  it('fails if one event never ends', async () => {
    const { error } = await fail(`data: ${'x'.repeat(9 * 1024 * 1024)}`);
    expect(error).toMatchObject({ code: 'endpoint-failed' });
  });

  it('that is silent for two minutes is given up, and its connection closed', async () => {
    await using stage = await openClient();
    const gate = createGate();
    stage.double.next({ stream: [wire.delta('m1', 'Fi'), gate] });
    const asked = stage.ask('Hello');
    asked.catch(() => {});
    await gate.reached;
    while (stage.texts().length === 0) await new Promise(setImmediate);
    await stage.clock.advance(119_000);
    expect(stage.clock.sleeping).toBe(1);
    await stage.clock.advance(1_000);
    await expect(asked).rejects.toMatchObject({ code: 'endpoint-cut-off' });
    await stage.double.invocations[0]?.closed;
  });

  it('that goes on for five minutes took too long', async () => {
    await using stage = await openClient();
    const gates = Array.from({ length: 5 }, createGate);
    stage.double.next({ stream: gates.flatMap((gate) => [wire.delta('m1', 'word '), gate]) });
    const asked = stage.ask('Hello');
    asked.catch(() => {});
    for (const [index, gate] of gates.entries()) {
      await gate.reached;
      while (stage.texts().length <= index) await new Promise(setImmediate);
      await stage.clock.advance(60_000);
      gate.open();
    }
    await expect(asked).rejects.toMatchObject({ code: 'endpoint-timeout' });
  });

  it('stops when the caller does, with the caller’s reason', async () => {
    await using stage = await openClient();
    const stop = new AbortController();
    const gate = createGate();
    stage.double.next({ stream: [wire.delta('m1', 'Fi'), gate] });
    const asked = stage.ask('Hello', { signal: stop.signal });
    asked.catch(() => {});
    await gate.reached;
    stop.abort(new Error('stopped'));
    await expect(asked).rejects.toThrow('stopped');
    await stage.double.invocations[0]?.closed;
    expect(stage.double.invocations).toHaveLength(1);
  });
});

describe('whatever an endpoint sends', () => {
  /** Objects that look like events, with anything in their fields. */
  const json = fc.object({
    key: fc.constantFrom(
      ...['type', 'item', 'response', 'output', 'delta', 'choices', 'content', 'text', 'id'],
      ...['item_id', 'annotations', 'summary', 'messages', 'role', 'name', 'title', 'url', 'part'],
    ),
    values: [
      fc.constantFrom(
        ...['response.output_item.done', 'response.output_text.delta', 'message', 'assistant'],
        ...['reasoning', 'mcp_approval_request', '<name>', '[^1]: x', '', '__proto__'],
      ),
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
    ],
    maxDepth: 5,
  });

  it('becomes an answer or a GenieError', async () => {
    await using stage = await openClient();
    await fc.assert(
      fc.asyncProperty(fc.array(json, { maxLength: 8 }), async (events) => {
        stage.double.next({
          stream: [...events.map(wire.data), wire.delta('z', 'Five.'), wire.done],
        });
        const outcome = await stage.ask('Hello').catch((error) => error);
        if (outcome instanceof Error) expect(outcome.name).toBe('GenieError');
        else expect(outcome.text).toBe('Five.');
      }),
      { numRuns: runs(200) },
    );
  });

  it('shows texts that only grow, up to the answer, however its pieces are cut', async () => {
    await using stage = await openClient();
    const words = fc.constantFrom(
      'Five',
      ' ',
      '\n',
      '[',
      '^',
      '1',
      ']',
      ':',
      '**',
      '|',
      '(x)',
      '<',
      'é𝒳',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 30 }), async (pieces) => {
        stage.said.length = 0;
        const frames = ['Start. ', ...pieces].map((piece) => wire.delta('m1', piece));
        stage.double.next({ stream: [frames.join(''), wire.done] });
        const { text } = await stage.ask('Hello');
        for (const shown of stage.texts()) expect(text.startsWith(shown)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});
