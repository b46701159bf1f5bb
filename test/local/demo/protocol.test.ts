import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STAGE_MS, startTestDemo, type TestDemo } from './demoClient.ts';

const QUESTION = 'Which products generate the highest total sales value?';
const HEX_ID = /^[0-9a-f]{32}$/;

let demo: TestDemo;
beforeEach(async () => {
  demo = await startTestDemo();
});
afterEach(() => demo.close());

describe('access', () => {
  it('a request without a token gets 401 with a numeric error code', async () => {
    const response = await fetch(`${demo.url}/api/2.0/genie/spaces`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      error_code: 401,
      message: 'Credential was not sent or was of an unsupported type for this API.',
    });
  });

  it('a wrong token gets 401', async () => {
    const headers = { Authorization: 'Bearer wrong' };
    const response = await fetch(`${demo.url}/api/2.0/genie/spaces`, { headers });
    expect(response.status).toBe(401);
  });

  it('a path that is no endpoint gets 404 ENDPOINT_NOT_FOUND', async () => {
    const response = await demo.send('POST', '/api/2.0/genie/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error_code: 'ENDPOINT_NOT_FOUND',
      message: "No API found for 'POST /genie/nothing'",
    });
  });

  it('an unknown space gets 404 in the words of Databricks', async () => {
    const response = await demo.send('POST', '/api/2.0/genie/spaces/abc/start-conversation', {
      content: QUESTION,
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error_code: 'RESOURCE_DOES_NOT_EXIST',
      message: expect.stringContaining('Some(datarooms/abc) does not exist'),
    });
  });

  it('a question without content gets 400', async () => {
    const path = `/api/2.0/genie/spaces/${demo.spaceId}/start-conversation`;
    const response = await demo.send('POST', path, { text: 'hello' });
    expect(response.status).toBe(400);
  });
});

describe('spaces', () => {
  it('two spaces are listed, page by page, without their definitions', async () => {
    const first = await demo.call<{ spaces: object[]; next_page_token: string }>(
      'GET',
      '/spaces?page_size=1',
    );
    const rest = await demo.call<{ spaces: object[] }>(
      'GET',
      `/spaces?page_size=1&page_token=${first.next_page_token}`,
    );
    expect([...first.spaces, ...rest.spaces]).toMatchObject([
      { space_id: demo.spaceId, title: 'Sales' },
      { title: 'Customer Support' },
    ]);
    expect(first.spaces[0]).not.toHaveProperty('serialized_space');
    expect(rest).not.toHaveProperty('next_page_token');
  });

  it('a space says that it is a demo, not an AI', async () => {
    const { description } = await demo.call('GET', `/spaces/${demo.spaceId}`);
    expect(description).toMatch(/demo.*not an AI/);
  });

  it('the serialized definition holds the sample questions', async () => {
    const path = `/spaces/${demo.spaceId}?include_serialized_space=true`;
    const { serialized_space } = await demo.call<{ serialized_space: string }>('GET', path);
    const { config } = JSON.parse(serialized_space);
    expect(config.sample_questions[0]).toEqual({
      id: expect.stringMatching(HEX_ID),
      question: [QUESTION],
    });
  });
});

describe('messages', () => {
  it('a new conversation answers with its ids, old and new, and a submitted message', async () => {
    const path = `/spaces/${demo.spaceId}/start-conversation`;
    const started = await demo.call<{ conversation_id: string; message_id: string }>('POST', path, {
      content: QUESTION,
    });
    expect(started.message_id).toMatch(HEX_ID);
    expect(started).toMatchObject({
      conversation: { id: started.conversation_id, conversation_id: started.conversation_id },
      message: {
        id: started.message_id,
        message_id: started.message_id,
        content: QUESTION,
        status: 'SUBMITTED',
        attachments: null,
        error: null,
        created_timestamp: demo.time.now,
      },
    });
  });

  it('a message goes through the stages as time passes, and through no others', async () => {
    const message = await demo.ask(QUESTION);
    const seen: string[] = [];
    for (let stage = 0; stage < 8; stage += 1) {
      seen.push((await demo.get(message)).status);
      demo.time.now += STAGE_MS;
    }
    expect(seen).toEqual([
      'SUBMITTED',
      'FETCHING_METADATA',
      'FILTERING_CONTEXT',
      'ASKING_AI',
      'PENDING_WAREHOUSE',
      'EXECUTING_QUERY',
      'COMPLETED',
      'COMPLETED',
    ]);
  });

  it('the SQL shows while it runs, its row count and the summary only at the end', async () => {
    const message = await demo.ask(QUESTION);
    demo.time.now += 5 * STAGE_MS;
    const running = await demo.get(message);
    expect(running.attachments).toHaveLength(1);
    expect(running.attachments?.[0]?.query).not.toHaveProperty('query_result_metadata');
    expect((await demo.result(running)).status.state).toBe('RUNNING');
    demo.time.now += STAGE_MS;
    const [query, text, suggestions] = (await demo.get(message)).attachments ?? [];
    expect(query?.query).toMatchObject({
      title: 'Top 5 products by revenue',
      query: expect.stringContaining('FROM demo.sales.order_lines'),
      query_result_metadata: { row_count: 5, is_truncated: false },
      thoughts: [
        { thought_type: 'THOUGHT_TYPE_DESCRIPTION' },
        { thought_type: 'THOUGHT_TYPE_UNDERSTANDING' },
      ],
    });
    expect(text?.text?.purpose).toBe('TEXT_ATTACHMENT_PURPOSE_ANSWER');
    expect(suggestions?.suggested_questions?.questions).toHaveLength(3);
  });

  it('the result before the SQL runs is refused', async () => {
    const finished = await demo.askToEnd(QUESTION);
    const other = await demo.ask(QUESTION, finished.conversation_id);
    const attachment = demo.messages().at(-1)?.attachments[0]?.attachment_id;
    const path = `/api/2.0/genie${demo.messagePath(other)}/attachments/${attachment}/query-result`;
    expect((await demo.send('GET', path)).status).toBe(400);
  });

  it('the result has typed columns and rows of texts', async () => {
    const { manifest, result } = await demo.result(await demo.askToEnd(QUESTION));
    expect(manifest).toMatchObject({
      format: 'JSON_ARRAY',
      schema: {
        column_count: 2,
        columns: [
          { name: 'product_name', position: 0, type_name: 'STRING', type_text: 'STRING' },
          {
            name: 'revenue',
            position: 1,
            type_name: 'DECIMAL',
            type_text: 'DECIMAL(18,2)',
            type_precision: 18,
            type_scale: 2,
          },
        ],
      },
      total_row_count: 5,
      truncated: false,
    });
    expect(result?.data_array?.[0]).toEqual([
      'Quinoa & Kale Bowl',
      expect.stringMatching(/^\d+\.\d\d$/),
    ]);
  });

  it('a second question while one runs gets 409, and is taken once that is done', async () => {
    const first = await demo.ask(QUESTION);
    const path = `/api/2.0/genie${demo.conversationPath(first.conversation_id)}/messages`;
    expect((await demo.send('POST', path, { content: 'by month' })).status).toBe(409);
    demo.time.now += 6 * STAGE_MS;
    expect((await demo.send('POST', path, { content: 'by month' })).status).toBe(200);
    expect(demo.messages()).toHaveLength(2);
  });

  it('the messages of a conversation are listed page by page, newest first', async () => {
    const { conversation_id } = await demo.askToEnd(QUESTION);
    await demo.askToEnd('by month', conversation_id);
    await demo.askToEnd('by region', conversation_id);
    const path = `${demo.conversationPath(conversation_id)}/messages?page_size=2`;
    type Page = { messages: { content: string }[]; next_page_token?: string };
    const first = await demo.call<Page>('GET', path);
    const second = await demo.call<Page>('GET', `${path}&page_token=${first.next_page_token}`);
    const contents = [...first.messages, ...second.messages].map(({ content }) => content);
    expect(contents).toEqual(['by region', 'by month', QUESTION]);
    expect(second.next_page_token).toBeUndefined();
  });

  it('a page token of another kind gets 400', async () => {
    expect((await demo.send('GET', '/api/2.0/genie/spaces?page_token=abc')).status).toBe(400);
  });

  it('a deleted message and a deleted conversation are gone', async () => {
    const message = await demo.askToEnd(QUESTION);
    expect((await demo.send('DELETE', `/api/2.0/genie${demo.messagePath(message)}`)).status).toBe(
      200,
    );
    expect((await demo.send('GET', `/api/2.0/genie${demo.messagePath(message)}`)).status).toBe(404);
    const conversation = `/api/2.0/genie${demo.conversationPath(message.conversation_id)}`;
    expect((await demo.send('DELETE', conversation)).status).toBe(200);
    expect((await demo.send('GET', `${conversation}/messages`)).status).toBe(404);
    expect(await demo.call('GET', `/spaces/${demo.spaceId}/conversations`)).toEqual({
      conversations: [],
    });
  });

  it('a conversation is not found under another space', async () => {
    const message = await demo.ask(QUESTION);
    const { spaces } = await demo.call<{ spaces: { space_id: string }[] }>('GET', '/spaces');
    const path = demo.messagePath(message, spaces[1]?.space_id);
    expect((await demo.send('GET', `/api/2.0/genie${path}`)).status).toBe(404);
  });
});

describe('feedback and comments', () => {
  it('the latest rating counts, its comment is kept, and NONE takes it back', async () => {
    const message = await demo.askToEnd(QUESTION);
    const path = `${demo.messagePath(message)}/feedback`;
    await demo.call('POST', path, { rating: 'POSITIVE' });
    await demo.call('POST', path, { rating: 'NEGATIVE', comment: 'wrong year' });
    const rated = { rating: 'NEGATIVE', comment: 'wrong year' };
    expect((await demo.get(message)).feedback).toEqual(rated);
    expect(demo.messages()[0]?.feedback).toEqual(rated);
    const comments = await demo.call('GET', `${demo.messagePath(message)}/comments`);
    expect(comments).toMatchObject({ comments: [{ content: 'wrong year' }] });
    await demo.call('POST', path, { rating: 'NONE' });
    expect(await demo.get(message)).not.toHaveProperty('feedback');
  });

  it('an unknown rating gets 400', async () => {
    const message = await demo.ask(QUESTION);
    const path = `/api/2.0/genie${demo.messagePath(message)}/feedback`;
    expect((await demo.send('POST', path, { rating: 'GOOD' })).status).toBe(400);
  });

  it('a comment is listed with its author and time', async () => {
    const message = await demo.ask(QUESTION);
    const path = `${demo.messagePath(message)}/comments`;
    const comment = await demo.call('POST', path, { content: 'Is this net?' });
    expect(comment).toMatchObject({ content: 'Is this net?', created_timestamp: demo.time.now });
    expect(await demo.call('GET', path)).toEqual({ comments: [comment] });
  });
});

it('every request is recorded with its path and parsed body', async () => {
  await demo.ask(QUESTION);
  expect(demo.requests.at(-1)).toMatchObject({
    method: 'POST',
    path: `/api/2.0/genie/spaces/${demo.spaceId}/start-conversation`,
    at: demo.time.now,
    body: { content: QUESTION },
  });
});
