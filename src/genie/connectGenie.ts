import { type Clock, systemClock } from '../common/clock.ts';
import { AppError } from '../common/errors.ts';
import { type RetryPolicy, withRetries } from '../common/retry.ts';
import { awaitResult } from './awaitResult.ts';
import { createGenieClient } from './client.ts';
import { GenieError, retryAfterMs } from './errors.ts';
import { failureKindOf } from './failureKinds.ts';
import { pollMessage } from './pollMessage.ts';
import type { TokenSource } from './tokenSource.ts';
import type {
  Message,
  MessageIds,
  MessageStatus,
  QueryAttachment,
  QueryResult,
  Rating,
  Space,
} from './types.ts';

export interface ConnectOptions {
  /** The workspace, such as `https://adb-123.4.azuredatabricks.net`. */
  host: string;
  /** A personal access token, or where tokens come from. */
  token: string | TokenSource;
  /** For one exchange with Genie; 30 s unless told. */
  timeoutMs?: number;
  /** How often and how patiently a call is repeated; 5 times, after 1, 2, 4, … seconds unless told. */
  retry?: Partial<RetryPolicy>;
  /** For tests. */
  clock?: Clock;
}

export interface WaitOptions {
  /** 10 minutes for an answer and 2 for rows unless told. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** A Databricks workspace to ask. Every method throws an `AppError`, or the signal's reason when that aborts. */
export interface GenieConnection {
  /** The spaces that the token can see. */
  listSpaces(signal?: AbortSignal): Promise<Space[]>;
  /** Asks the first question of a new conversation. Genie only begins to work on it: `wait` has the answer. */
  start(spaceId: string, question: string, signal?: AbortSignal): Promise<MessageIds>;
  /** Asks another question in a conversation. */
  followUp(
    conversation: Pick<MessageIds, 'spaceId' | 'conversationId'>,
    question: string,
    signal?: AbortSignal,
  ): Promise<MessageIds>;
  /**
   * Waits for the answer.
   *
   * @throws AppError `genie-timeout`; `genie-failed`, with the kind of failure as its detail; `genie-cancelled`
   */
  wait(
    ids: MessageIds,
    options?: WaitOptions & { onStatus?(status: MessageStatus): void },
  ): Promise<Message>;
  /**
   * Reads the rows of one of the answer's queries, and runs it again if they have expired. Genie gives 5,000 at most;
   * `truncated` and `totalRows` say whether there are more.
   *
   * @throws AppError `genie-failed` if the query did; `genie-timeout`
   */
  rows(message: Message, query: QueryAttachment, options?: WaitOptions): Promise<QueryResult>;
  /** Rates an answer, in place of an earlier rating. `NONE` takes it back. */
  rate(ids: MessageIds, rating: Rating, comment?: string, signal?: AbortSignal): Promise<void>;
}

const patience: RetryPolicy = {
  retries: 5,
  initialBackoffMs: 1_000,
  maxBackoffMs: 60_000,
  multiplier: 2,
};

/**
 * Connects to the Genie of a workspace, for code outside of the bot.
 *
 * A question is sent again only if Genie certainly didn't take it. For what else can go wrong, `mayHaveActed` says
 * whether it was asked.
 *
 * @throws AppError `config` for a host that isn't an https address
 */
export function connectGenie({
  token,
  retry,
  clock = systemClock,
  ...rest
}: ConnectOptions): GenieConnection {
  const policy = { ...patience, ...retry };
  const tokens = typeof token === 'string' ? fixedToken(token) : token;
  const client = createGenieClient({ ...rest, tokens, clock, retry: policy });
  // Waiting for rows repeats its looks itself.
  const once = createGenieClient({ ...rest, tokens, clock, retry: { ...policy, retries: 0 } });
  const askPatiently = <T>(ask: () => Promise<T>, signal: AbortSignal | undefined) =>
    withRetries(ask, { policy, clock, signal, shouldRetry: isThrottled, retryAfterMs });

  return {
    listSpaces: (signal) => client.listSpaces(signal),
    start: (spaceId, question, signal) =>
      askPatiently(() => client.startConversation(spaceId, question, signal), signal),
    followUp: ({ spaceId, conversationId }, question, signal) =>
      askPatiently(() => client.sendMessage(spaceId, conversationId, question, signal), signal),
    async wait(ids, { timeoutMs = 600_000, ...options } = {}) {
      const deadlineAt = clock.now() + timeoutMs;
      return answered(await pollMessage(client, ids, { ...options, clock, deadlineAt }));
    },
    async rows(message, { id }, { timeoutMs = 120_000, signal } = {}) {
      const expired = message.status === 'QUERY_RESULT_EXPIRED';
      const options = { clock, deadlineAt: clock.now() + timeoutMs, signal, expired };
      return succeeded(await awaitResult(once, message, id, options));
    },
    rate: (ids, rating, comment, signal) => client.sendFeedback(ids, rating, comment, signal),
  };
}

const fixedToken = (token: string): TokenSource => ({
  getToken: async () => token,
  invalidate: () => {},
});

/** Genie was too busy to take it. Inside of the bot this is up to the owner of the workspace's budget of questions. */
const isThrottled = (error: Error) =>
  error instanceof GenieError && error.code === 'genie-throttled' && error.details.acted === 'no';

function answered(message: Message): Message {
  if (message.status === 'CANCELLED') throw new AppError('genie-cancelled', 'It was cancelled.');
  if (message.status !== 'FAILED') return message;
  const { error = { type: 'UNKNOWN', text: '' } } = message;
  const text = [error.type, error.text].filter((part) => part !== '').join(': ');
  throw new AppError('genie-failed', text, { detail: failureKindOf(error) });
}

function succeeded(result: QueryResult): QueryResult {
  if (result.state === 'SUCCEEDED') return result;
  const { code = result.state, text = '' } = result.error ?? {};
  const said = [code, text].filter((part) => part !== '').join(': ');
  throw new AppError('genie-failed', said, { detail: 'query-failed' });
}
