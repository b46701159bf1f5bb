import { createServer } from 'node:http';
import { createWorkspaceApi, type WorkspaceApiOptions } from './createWorkspaceApi.ts';
import type { Faults } from './faults.ts';
import { createHandler } from './server/createHandler.ts';
import type { OAuthClient } from './server/oauth.ts';
import { createRequestLog, type RecordedRequest } from './server/requestLog.ts';
import { salesSpace } from './spaces.ts';
import type { StoredMessage } from './storedConversation.ts';

export interface DemoWorkspaceOptions extends WorkspaceApiOptions {
  /** 0, the default, picks a free one. */
  port?: number;
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
  let url = '';
  const api = createWorkspaceApi(() => url, options);
  const { token, oauth, conversations, faults, answer } = api;
  const requestLog = createRequestLog();
  const now = options.now ?? Date.now;
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
    },
  };
}
