import type { Clock } from '../../common/clock.ts';
import { AppError } from '../../common/errors.ts';
import { type TimeLimit, withTimeLimit } from '../../common/timeLimit.ts';
import { GenieError } from '../errors.ts';
import { toConnectionError } from '../http/toConnectionError.ts';
import type { AgentAsking, AgentClient } from './agentClient.ts';
import type { Item } from './item.ts';
import type { AgentEvent, Ending } from './readAgentEvents.ts';
import { createItemKeeper } from './turn.ts';

/** A response that is read while it's being made. */
export interface LiveTurn {
  readonly responseId: string;
  readonly conversationId: string;
  readonly question: string;
  /** So far, oldest first. */
  readonly items: Item[];
  /** Absent: it goes on, or the connection is gone. */
  readonly ending: Ending | undefined;
  /** The connection broke, or was closed, before the end: only the conversation's items tell how it goes on. */
  readonly isCut: boolean;
  /** When the last event came (ms since 1970). */
  readonly heardAt: number;
  /** Resolves when something new came. */
  changed(): Promise<void>;
  /** Ends the connection. The agent goes on. */
  close(): void;
}

interface Opening extends Omit<AgentAsking, 'onEvent'> {
  client: Pick<AgentClient, 'respond'>;
  clock: Pick<Clock, 'now'>;
  /** How long, in real time, its beginning can take. */
  timeoutMs: number;
}

/**
 * Asks, reads the response until it has begun, and goes on reading in the background.
 *
 * @param signal counts until the response has begun
 * @throws GenieError if it's refused; or if it ends, or its connection does, before it says which response this is: then
 * it may have begun
 */
export async function openTurn(
  { client, clock, timeoutMs, ...asking }: Opening,
  signal?: AbortSignal,
): Promise<LiveTurn> {
  const keeper = createItemKeeper();
  const created = Promise.withResolvers<{ responseId: string; conversationId: string }>();
  const connection = new AbortController();
  const close = () => connection.abort();
  let ending: Ending | undefined;
  let isCut = false;
  let heardAt = clock.now();
  let next = Promise.withResolvers<void>();
  const tell = () => {
    next.resolve();
    next = Promise.withResolvers();
  };
  const onEvent = (event: AgentEvent) => {
    heardAt = clock.now();
    if (event.kind === 'created') {
      const { responseId, conversationId = asking.conversationId } = event;
      if (conversationId === undefined) created.reject(unnamed());
      else created.resolve({ responseId, conversationId });
    }
    if (event.kind === 'item') keeper.add(event.item, event.isDone);
    if (event.kind === 'end') {
      const { kind: _, items, ...how } = event;
      for (const item of items) keeper.add(item, true);
      ending = how;
    }
    tell();
  };
  const end = (error: unknown) => {
    isCut = ending === undefined;
    created.reject(error);
    tell();
  };
  client.respond({ ...asking, onEvent }, connection.signal).then(
    () => end(unnamed()),
    (error: unknown) => end(toLostReply(error)),
  );

  const begin = async (limit: TimeLimit) => {
    limit.signal.addEventListener('abort', close);
    try {
      return await created.promise;
    } catch (error) {
      close();
      signal?.throwIfAborted();
      throw limit.isOver ? toTimeout(timeoutMs, error) : error;
    } finally {
      limit.signal.removeEventListener('abort', close);
    }
  };
  const ids = await withTimeLimit(timeoutMs, begin, signal);
  return {
    ...ids,
    question: asking.question,
    get items() {
      return keeper.items();
    },
    get ending() {
      return ending;
    },
    get isCut() {
      return isCut;
    },
    get heardAt() {
      return heardAt;
    },
    changed: () => next.promise,
    close,
  };
}

/** What is no refusal of Genie's came after the request had been sent. */
function toLostReply(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { code, message } = toConnectionError(error);
  return new GenieError(code, message, { acted: 'maybe' }, { cause: error });
}

function unnamed(): GenieError {
  const text = 'Genie took a question without saying which response it became';
  return new GenieError('genie-bad-response', text, { acted: 'maybe' });
}

function toTimeout(timeoutMs: number, cause: unknown): GenieError {
  const message = `Genie did not begin to answer within ${timeoutMs} ms`;
  return new GenieError('genie-timeout', message, { acted: 'maybe' }, { cause });
}
