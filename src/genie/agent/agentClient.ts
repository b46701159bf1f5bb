import * as z from 'zod/mini';
import { readEvents } from '../../common/readEvents.ts';
import { type StreamLimit, withStreamLimit } from '../../common/streamLimit.ts';
import { type CallerOptions, createCaller } from '../http/caller.ts';
import { openStream } from '../http/openStream.ts';
import { parseHost } from '../http/parseHost.ts';
import type { GenieRequest } from '../http/sendRequest.ts';
import { withToken } from '../http/withToken.ts';
import { omitUndefined } from '../wire/omitUndefined.ts';
import { itemsWire } from './agentWire.ts';
import type { Item } from './item.ts';
import { type AgentEvent, readAgentEvents } from './readAgentEvents.ts';
import { toItem } from './toItem.ts';

/** A conversation in agent mode. An agent's ID is that of its space. */
export interface AgentConversation {
  agentId: string;
  conversationId: string;
}

export interface AgentAsking {
  agentId: string;
  question: string;
  /** Absent: it starts a conversation. */
  conversationId: string | undefined;
  onEvent(event: AgentEvent): void;
}

export interface ItemsPage {
  items: Item[];
  /** What the next page comes after; absent on the last. */
  next?: string;
}

/**
 * Agent mode's API. Every method throws as `GenieClient`'s do. Asking is never repeated where it may have been heard.
 */
export interface AgentClient {
  /**
   * Asks, and reads the response to its end. If nobody listens, the agent goes on.
   *
   * @throws also where the connection breaks, is silent for too long, or brings too much
   */
  respond(asking: AgentAsking, signal?: AbortSignal): Promise<void>;
  /** One page of a conversation's items, oldest or newest first. */
  listItems(
    conversation: AgentConversation,
    page: { order: 'asc' | 'desc'; after?: string | undefined },
    signal?: AbortSignal,
  ): Promise<ItemsPage>;
  /** Stops a response at the agent's next step. */
  cancel(conversation: AgentConversation, responseId: string, signal?: AbortSignal): Promise<void>;
}

export interface AgentClientOptions extends Omit<CallerOptions, 'origin' | 'timeoutMs'> {
  /** `https://<workspace>`; plain http for loopback only. */
  host: string;
  /** For one exchange, in real time; 30 s unless told. */
  timeoutMs?: number;
}

/** What the server takes and gives at most. */
const pageSize = 100;

/** A report's rows come in one event, and once more, with all items, at the end. */
const limits = { eventBytes: 8 * 1024 * 1024, streamBytes: 32 * 1024 * 1024 };

/** The server ends it after 30 minutes. Between two steps, some ten seconds pass. */
const times = { idleMs: 3 * 60_000, totalMs: 31 * 60_000 };

/** @throws AppError `config` for a host that is no https address. */
export function createAgentClient(options: AgentClientOptions): AgentClient {
  const { host, timeoutMs = 30_000, ...rest } = options;
  const { tokens, clock } = rest;
  const origin = parseHost(host);
  const { read, act } = createCaller({ ...rest, timeoutMs, origin });

  return {
    async respond({ agentId, question, conversationId, onEvent }, signal) {
      const content = [{ type: 'input_text', text: question }];
      const request: GenieRequest = {
        method: 'POST',
        path: ['agents', agentId, 'responses'],
        body: omitUndefined({
          input: [{ type: 'message', role: 'user', content }],
          conversation_id: conversationId,
        }),
        about: conversationId === undefined ? 'space' : 'conversation',
        privateTexts: [question],
      };
      const listen = async (limit: StreamLimit) => {
        const open = (token: string) =>
          openStream(request, { origin, token, now: clock.now, limit });
        const { body } = await withToken(tokens, open, limit.signal);
        const events = readEvents(limit.watch(body ?? nothing()), limits);
        for await (const event of readAgentEvents(events)) onEvent(event);
      };
      await withStreamLimit(times, clock, listen, signal);
    },

    async listItems(conversation, { order, after }, signal) {
      const path = [...conversationPath(conversation), 'items'];
      const query = { limit: String(pageSize), order, after };
      const page = await read({ path, query }, itemsWire, signal);
      const isLast = page.has_more === undefined ? page.data.length < pageSize : !page.has_more;
      return omitUndefined({
        items: page.data.flatMap((item) => toItem(item) ?? []),
        next: isLast ? undefined : (page.last_id ?? page.data.at(-1)?.id),
      });
    },

    async cancel(conversation, responseId, signal) {
      const path = [...conversationPath(conversation), 'responses', responseId, 'cancel'];
      await act({ path, body: {} }, z.unknown(), signal);
    },
  };
}

const conversationPath = ({ agentId, conversationId }: AgentConversation) => [
  'agents',
  agentId,
  'conversations',
  conversationId,
];

async function* nothing(): AsyncGenerator<Uint8Array> {}
