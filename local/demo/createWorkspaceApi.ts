import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Conversations, createConversations } from './conversations.ts';
import { createFaults, type FaultSource } from './faults.ts';
import { createAccessTokens, type ReadPersonToken } from './server/accessTokens.ts';
import { createAnswer } from './server/createAnswer.ts';
import type { IncomingCall, Reply } from './server/createHandler.ts';
import type { OAuthClient } from './server/oauth.ts';
import { createQuestionLimit } from './server/questionLimit.ts';
import { createWarehouses } from './warehouses.ts';

export interface WorkspaceApiOptions {
  /** How long one stage of a message lasts, in milliseconds; a question with SQL has six. Default 330. */
  stageMs?: number;
  /** The bot's personal access token. Default: a new random one. */
  token?: string;
  /** Whose token another one is. Default: nobody's. */
  readPersonToken?: ReadPersonToken;
  /** More questions in a minute get 429. Default: no limit. */
  questionsPerMinute?: number;
  /** Milliseconds since 1970; what "today" is in the data, too. */
  now?: () => number;
  /** How the assistant takes its time, word by word. */
  sleep?: (ms: number) => Promise<unknown>;
  /** Another seed gives different data. */
  seed?: string;
  /** Keeps conversations in this JSON file across restarts. Default: in memory only. */
  dataFile?: string;
}

export interface WorkspaceApi {
  token: string;
  oauth: OAuthClient;
  conversations: Conversations;
  faults: FaultSource;
  /** Answers a call, without any fault of the network. */
  answer(call: IncomingCall): Reply;
  /** Closes its databases. */
  close(): void;
}

/**
 * The demo workspace without a server: what serves it is a port on this computer, or a function.
 *
 * @param url the address that callers use, without a trailing slash; it can become known late
 * @throws Error when `dataFile` can't be read
 */
export function createWorkspaceApi(
  url: () => string,
  options: WorkspaceApiOptions = {},
): WorkspaceApi {
  const { now = Date.now, readPersonToken = () => undefined } = options;
  const { token = `demo-${randomBytes(16).toString('hex')}` } = options;
  const oauth = { clientId: 'demo-client', clientSecret: randomBytes(16).toString('hex') };
  const conversations = createConversations(options.dataFile);
  const warehouses = createWarehouses(options.seed ?? 'demo', now);
  const faults = createFaults();
  const answer = createAnswer({
    oauth,
    tokens: createAccessTokens(token, readPersonToken, now),
    demo: {
      now,
      stageMs: options.stageMs ?? 330,
      sleep: options.sleep ?? wait,
      conversations,
      warehouses,
      faults,
      countQuestion: createQuestionLimit(options.questionsPerMinute, now),
      url,
    },
  });
  return { token, oauth, conversations, faults, answer, close: warehouses.close };
}
