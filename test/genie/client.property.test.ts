import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GenieError } from '../../src/genie/errors.ts';
import type { GenieClient } from '../../src/genie/genieClient.ts';
import { runs } from '../support/runs.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scriptedServer.ts';
import { createTestClient, ids } from './testClient.ts';

let genie: ScriptedServer;

beforeAll(async () => {
  genie = await startScriptedServer();
});

afterAll(() => genie.close());

const calls: ((client: GenieClient) => Promise<unknown>)[] = [
  (client) => client.listSpaces(),
  (client) => client.getSpace('s'),
  (client) => client.startConversation('s', 'q'),
  (client) => client.sendMessage('s', 'c', 'q'),
  (client) => client.getMessage(ids),
  (client) => client.listMessages('s', 'c'),
  (client) => client.listConversations('s'),
  (client) => client.getQueryResult(ids, 'a'),
  (client) => client.executeQuery(ids, 'a'),
  (client) => client.startDownload(ids, 'a'),
  (client) => client.getDownload(ids, 'a', { id: 'd' }),
  (client) => client.deleteMessage(ids),
];

/** The names that the client looks for, so that junk gets past the first check. */
const known = fc.constantFrom(
  ...['spaces', 'space_id', 'messages', 'message_id', 'conversation', 'conversations', 'status'],
  ...['attachments', 'text', 'query', 'viz', 'suggested_questions', 'questions', 'thoughts'],
  ...['statement_response', 'manifest', 'schema', 'columns', 'result', 'data_array', 'error'],
  ...['data_typed_array', 'values', 'external_links', 'error_code', 'message', 'details', '@type'],
);

const { junk } = fc.letrec((tie) => ({
  junk: fc.oneof(
    { maxDepth: 6 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('junk'), { maxLength: 4 }),
    fc.dictionary(known, tie('junk'), { maxKeys: 6, noNullPrototype: true }),
  ),
}));

it('whatever comes back, a call returns a value or throws a GenieError', async () => {
  const { client } = createTestClient(genie.url, { retries: 0 });
  const status = fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 }));
  const body = fc.oneof(junk, fc.string());
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calls), status, body, async (call, status, body) => {
      genie.otherwise({ status, body: [204, 205, 304].includes(status) ? undefined : body });
      const failure = await call(client).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure !== undefined) expect(failure).toBeInstanceOf(GenieError);
    }),
    { numRuns: runs(600) },
  );
});

it('an ID comes back from the wire as it went out, whatever it contains', async () => {
  const { client } = createTestClient(genie.url);
  genie.otherwise({ body: {} });
  const id = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => text !== '.' && text !== '..' && text.isWellFormed());
  await fc.assert(
    fc.asyncProperty(id, id, async (conversationId, messageId) => {
      await client.getMessage({ spaceId: 's', conversationId, messageId });
      const path = genie.requests.at(-1)?.url.split('/').map(decodeURIComponent) ?? [];
      expect(path.slice(5)).toEqual(['s', 'conversations', conversationId, 'messages', messageId]);
    }),
  );
});
