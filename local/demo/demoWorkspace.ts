import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createConversations } from './conversations.ts';
import { createFaults, type Faults } from './faults.ts';
import { createAccessTokens } from './server/accessTokens.ts';
import { createAnswer } from './server/createAnswer.ts';
import { createHandler } from './server/createHandler.ts';
import type { OAuthClient } from './server/oauth.ts';
import { createQuestionLimit } from './server/questionLimit.ts';
import { createRequestLog, type RecordedRequest } from './server/requestLog.ts';
import { salesSpace } from './spaces.ts';
import type { StoredMessage } from './storedConversation.ts';
import { createWarehouse } from './warehouse.ts';

export interface DemoWorkspaceOptions {
  /** 0, the default, picks a free one. */
  port?: number;
  /** How long one stage of a message lasts, in milliseconds; a question with SQL has six. Default 330. */
  stageMs?: number;
  /** The personal access token. Default: a new random one. */
  token?: string;
  /** More questions in a minute get 429. Default: no limit. */
  questionsPerMinute?: number;
  /** Milliseconds since 1970; what "today" is in the data, too. */
  now?: () => number;
  /** Another seed gives different data. */
  seed?: string;
  /** Keeps conversations in this JSON file across restarts. Default: in memory only. */
  dataFile?: string;
}

export interface DemoWorkspace {
  /** The workspace's address, without a trailing slash. */
  url: string;
  token: string;
  /** Accepted by the token endpoint. */
  oauth: OAuthClient;
  /** The sales space. */
  spaceId: string;
  /** The latest requests, oldest first (up to 10,000). */
  requests: readonly RecordedRequest[];
  /** The messages of all conversations, oldest first in each. */
  messages(): StoredMessage[];
  faults: Faults;
  close(): Promise<void>;
}

/**
 * Starts a stand-in for a Databricks workspace on 127.0.0.1. It speaks the Genie Conversation API, understands
 * questions about its sales and support data by fixed patterns, and answers them by running SQL. It isn't an AI.
 * @throws Error when the port is taken or `dataFile` can't be read.
 */
export async function startDemoWorkspace(
  options: DemoWorkspaceOptions = {},
): Promise<DemoWorkspace> {
  const { now = Date.now, token = `demo-${randomBytes(16).toString('hex')}` } = options;
  const oauth = { clientId: 'demo-client', clientSecret: randomBytes(16).toString('hex') };
  const conversations = createConversations(options.dataFile);
  const warehouse = createWarehouse(options.seed ?? 'demo', now);
  const faults = createFaults();
  const requestLog = createRequestLog();
  let url = '';
  const answer = createAnswer({
    oauth,
    tokens: createAccessTokens(token, now),
    demo: {
      now,
      stageMs: options.stageMs ?? 330,
      conversations,
      warehouse,
      faults,
      countQuestion: createQuestionLimit(options.questionsPerMinute, now),
      url: () => url,
    },
  });
  const handle = createHandler({ faults, now, record: requestLog.add, answer });
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(options.port ?? 0, '127.0.0.1', resolve);
  await listening;
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : options.port}`;
  return {
    url,
    token,
    oauth,
    spaceId: salesSpace.id,
    requests: requestLog.all,
    messages: () => conversations.all().flatMap(({ messages }) => messages),
    faults,
    close: async () => {
      const { promise: closed, resolve: onClose } = Promise.withResolvers<void>();
      server.close(() => onClose());
      server.closeAllConnections();
      await closed;
      warehouse.close();
    },
  };
}
