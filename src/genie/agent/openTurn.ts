import type { Clock } from '../../common/clock.ts';
import { withTimeLimit } from '../../common/timeLimit.ts';
import { GenieError } from '../errors.ts';
import { toConnectionError } from '../http/toConnectionError.ts';
import type { AgentStream } from './agentClient.ts';
import type { Item } from './item.ts';
import type { Ending } from './readAgentEvents.ts';
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

interface Opening {
  clock: Pick<Clock, 'now'>;
  question: string;
  /** Of the conversation that was continued. */
  conversationId: string | undefined;
  /** How long, in real time, its beginning can take. */
  timeoutMs: number;
}

/**
 * Reads a response until it has begun, and goes on reading in the background.
 *
 * @throws GenieError if it ends, or its connection does, before it says which response this is: then it may have begun
 */
export async function openTurn(
  stream: AgentStream,
  { clock, question, conversationId: continued, timeoutMs }: Opening,
  signal?: AbortSignal,
): Promise<LiveTurn> {
  const keeper = createItemKeeper();
  const created = Promise.withResolvers<{ responseId: string; conversationId: string }>();
  let ending: Ending | undefined;
  let isCut = false;
  let heardAt = clock.now();
  let next = Promise.withResolvers<void>();
  const tell = () => {
    next.resolve();
    next = Promise.withResolvers();
  };

  async function read(): Promise<void> {
    for await (const event of stream.events) {
      heardAt = clock.now();
      if (event.kind === 'created') {
        const { responseId, conversationId = continued } = event;
        if (conversationId === undefined) throw unnamed();
        created.resolve({ responseId, conversationId });
      }
      if (event.kind === 'item') keeper.add(event.item, event.isDone);
      if (event.kind === 'end') {
        for (const item of event.items) keeper.add(item, true);
        const { items: _, kind: __, ...how } = event;
        ending = how;
      }
      tell();
    }
    if (ending === undefined) throw cutOff();
  }
  const reading = read().catch((error: unknown) => {
    isCut = true;
    created.reject(error instanceof GenieError ? error : toLostReply(error));
  });
  void reading.then(() => {
    created.reject(unnamed());
    stream.close();
    tell();
  });

  const ids = await withTimeLimit(
    timeoutMs,
    async (limit) => {
      limit.signal.addEventListener('abort', stream.close);
      try {
        return await created.promise;
      } catch (error) {
        signal?.throwIfAborted();
        throw limit.isOver ? toTimeout(timeoutMs, error) : error;
      } finally {
        limit.signal.removeEventListener('abort', stream.close);
      }
    },
    signal,
  );
  return {
    ...ids,
    question,
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
    close: stream.close,
  };
}

/** Its beginning was read, or not: the request had been sent. */
function toLostReply(error: unknown): GenieError {
  const { code, message } = toConnectionError(error);
  return new GenieError(code, message, { acted: 'maybe' }, { cause: error });
}

function unnamed(): GenieError {
  const text = 'Genie took a question without saying which response it became';
  return new GenieError('genie-bad-response', text, { acted: 'maybe' });
}

function cutOff(): GenieError {
  const text = 'Genie’s stream ended before the response did';
  return new GenieError('genie-bad-response', text, { acted: 'maybe' });
}

function toTimeout(timeoutMs: number, cause: unknown): GenieError {
  const message = `Genie did not begin to answer within ${timeoutMs} ms`;
  return new GenieError('genie-timeout', message, { acted: 'maybe' }, { cause });
}
