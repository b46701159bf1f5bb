import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';
import { createTestClient, ids, type TestClient } from './testClient.ts';

let genie: ScriptedServer;
let client: TestClient['client'];

beforeEach(async () => {
  genie = await startScriptedServer();
  client = createTestClient(genie.url).client;
});

afterEach(() => genie.close());

const messageUrl = '/api/2.0/genie/spaces/space1/conversations/conv1/messages/msg1';
const started = { conversation_id: 'conv2', message_id: 'msg2' };
const sent = () => genie.requests.map(({ method, url }) => `${method} ${url}`);

describe('a request', () => {
  it('introduces the bot and carries the token', async () => {
    genie.next({ body: {} });
    await client.getMessage(ids);
    expect(genie.requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer dapi-test',
      'user-agent': expect.stringMatching(/^genie-teams-bot\/\d+\.\d+\.\d+ nodejs\/\d+\.\d+\.\d+$/),
    });
  });

  it('carries a question as JSON, with every character as it was typed', async () => {
    const content = 'Umsatz "Köln"\n\u{1F4C8} <b>?';
    genie.next({ body: started });
    await client.startConversation('space1', content);
    expect(sent()).toEqual(['POST /api/2.0/genie/spaces/space1/start-conversation']);
    expect(genie.requests[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(genie.requests[0]?.body ?? '')).toEqual({ content });
  });

  it('asks for a chart along with the answer only if that is wished for, in the same request', async () => {
    genie.next({ body: started }, { body: { message_id: 'm' } });
    const asking = createTestClient(genie.url, { asksForCharts: true }).client;
    await asking.startConversation('space1', 'why?');
    await asking.sendMessage('space1', 'conv1', 'why?');
    expect(genie.requests.map(({ body }) => JSON.parse(body))).toEqual([
      { content: 'why?', enable_visualization: true },
      { content: 'why?', enable_visualization: true },
    ]);
  });

  it.each([400, 403, 404, 501])(
    'that asks for a chart and is refused with %i is not sent again',
    async (status) => {
      genie.next({
        status,
        body: { error_code: 'INVALID_PARAMETER_VALUE', message: 'unknown field' },
      });
      const asking = createTestClient(genie.url, { asksForCharts: true }).client;
      await expect(asking.startConversation('space1', 'why?')).rejects.toThrow();
      expect(genie.requests).toHaveLength(1);
    },
  );

  it.each([
    ['getMessage', () => client.getMessage(ids), `GET ${messageUrl}`],
    ['deleteMessage', () => client.deleteMessage(ids), `DELETE ${messageUrl}`],
    [
      'getQueryResult',
      () => client.getQueryResult(ids, 'att1'),
      `GET ${messageUrl}/attachments/att1/query-result`,
    ],
    [
      'executeQuery',
      () => client.executeQuery(ids, 'att1'),
      `POST ${messageUrl}/attachments/att1/execute-query`,
    ],
    [
      'getDownload',
      () => client.getDownload(ids, 'att1', { id: 'd1', signature: 'e.y=' }),
      `GET ${messageUrl}/attachments/att1/downloads/d1?download_id_signature=e.y%3D`,
    ],
    [
      'getSpace with its definition',
      () => client.getSpace('space1', { includeDefinition: true }),
      'GET /api/2.0/genie/spaces/space1?include_serialized_space=true',
    ],
    [
      'listConversations',
      () => client.listConversations('space1', { pageSize: 20 }),
      'GET /api/2.0/genie/spaces/space1/conversations?page_size=20',
    ],
    [
      'deleteConversation',
      () => client.deleteConversation('space1', 'conv1'),
      'DELETE /api/2.0/genie/spaces/space1/conversations/conv1',
    ],
  ])('goes to the right address for %s', async (_name, call, expected) => {
    genie.next({ body: {} });
    await call();
    expect(sent()).toEqual([expected]);
  });

  it('has its IDs encoded, so that none can lead elsewhere', async () => {
    genie.next({ body: {} });
    await client.getMessage({ ...ids, messageId: '../../x?y#z' });
    expect(genie.requests[0]?.url).toBe(messageUrl.replace('msg1', '..%2F..%2Fx%3Fy%23z'));
  });

  it.each(['', '.', '..', '\ud800'])('isn’t sent with the ID %j', async (messageId) => {
    const failure = { code: 'bad-request', details: { acted: 'no' } };
    await expect(client.deleteMessage({ ...ids, messageId })).rejects.toMatchObject(failure);
    expect(genie.requests).toEqual([]);
  });

  it.each([
    ['POSITIVE', undefined, { rating: 'POSITIVE' }],
    ['NEGATIVE', 'wrong year', { rating: 'NEGATIVE', comment: 'wrong year' }],
  ] as const)('carries a %s rating with the comment %o', async (rating, comment, body) => {
    genie.next({ body: {} });
    await client.sendFeedback(ids, rating, comment);
    expect(sent()).toEqual([`POST ${messageUrl}/feedback`]);
    expect(JSON.parse(genie.requests[0]?.body ?? '')).toEqual(body);
  });
});

describe('asking', () => {
  it.each([
    ['the documented ids', started],
    [
      'only the conversation and the message',
      { conversation: { id: 'conv2' }, message: { id: 'msg2' } },
    ],
  ])('finds the new message by %s', async (_name, body) => {
    genie.next({ body });
    const found = await client.startConversation('space1', 'q');
    expect(found).toEqual({ spaceId: 'space1', conversationId: 'conv2', messageId: 'msg2' });
  });

  it('finds a follow-up by its legacy ID alone', async () => {
    genie.next({ body: { id: 'msg2' } });
    const found = await client.sendMessage('space1', 'conv1', 'q');
    expect(found).toEqual({ spaceId: 'space1', conversationId: 'conv1', messageId: 'msg2' });
  });

  it('says that Genie might have the question if the response does not name its message', async () => {
    genie.next({ body: {} });
    await expect(client.startConversation('space1', 'q')).rejects.toMatchObject({
      code: 'genie-bad-response',
      details: { acted: 'maybe' },
    });
  });
});

describe('lists', () => {
  it('listSpaces continues until there is no next page', async () => {
    genie.next(
      { body: { spaces: [{ space_id: 'a', title: 'A' }], next_page_token: 'p 2' } },
      { body: { spaces: [{ space_id: 'b', title: 'B', description: 'd' }] } },
    );
    expect(await client.listSpaces()).toEqual([
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', description: 'd' },
    ]);
    expect(sent()[1]).toBe('GET /api/2.0/genie/spaces?page_token=p+2');
  });

  it('listSpaces ends when a page names itself as the next one', async () => {
    genie.otherwise({ body: { spaces: [], next_page_token: 'same' } });
    expect(await client.listSpaces()).toEqual([]);
    expect(genie.requests).toHaveLength(2);
  });

  it('listMessages keeps the order and passes the page token on', async () => {
    const messages = [{ message_id: 'm2' }, { id: 'm1' }, { content: 'without any id' }];
    genie.next({ body: { messages, next_page_token: 'p2' } });
    const page = await client.listMessages('space1', 'conv1', { pageToken: 'p1' });
    expect(page.messages.map(({ messageId }) => messageId)).toEqual(['m2', 'm1']);
    expect(page.nextPageToken).toBe('p2');
    expect(genie.requests[0]?.url).toContain('?page_token=p1');
  });

  it('listConversations has no next page when Genie sends an empty token', async () => {
    genie.next({
      body: {
        conversations: [{ conversation_id: 'c', title: 't', created_timestamp: 1_795_250_000 }],
        next_page_token: '',
      },
    });
    expect(await client.listConversations('space1')).toEqual({
      conversations: [{ id: 'c', title: 't', createdAt: 1_795_250_000_000 }],
    });
  });
});

describe('deleting', () => {
  it('succeeds if the conversation is already gone', async () => {
    genie.next({ status: 404, body: { error_code: 'NOT_FOUND' } });
    await client.deleteConversation('space1', 'conv1');
  });

  it('fails if it is not allowed', async () => {
    genie.next({ status: 403, body: { error_code: 'PERMISSION_DENIED' } });
    await expect(client.deleteMessage(ids)).rejects.toMatchObject({ code: 'genie-forbidden' });
  });
});

describe('a download', () => {
  it('is started, and its links are read', async () => {
    const link = {
      external_link: 'https://store.example/1?sig=s',
      expiration: '2026-11-21T10:15:00Z',
      http_headers: { 'x-a': '1' },
      row_count: 7,
    };
    genie.next(
      { body: { download_id: 'd1', download_id_signature: 'sig' } },
      {
        body: {
          statement_response: {
            status: { state: 'SUCCEEDED' },
            manifest: { format: 'CSV' },
            result: { external_links: [link, { expiration: 'no link' }] },
          },
        },
      },
    );
    const download = await client.startDownload(ids, 'att1');
    expect(await client.getDownload(ids, 'att1', download)).toEqual({
      state: 'SUCCEEDED',
      format: 'CSV',
      totalRows: 7,
      truncated: false,
      links: [
        {
          url: link.external_link,
          headers: { 'x-a': '1' },
          rowCount: 7,
          expiresAt: Date.UTC(2026, 10, 21, 10, 15),
        },
      ],
    });
  });
});
