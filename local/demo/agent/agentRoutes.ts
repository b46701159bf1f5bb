import { setTimeout as wait } from 'node:timers/promises';
import { ApiError, invalidParameter, notFound } from '../server/apiError.ts';
import { askQuestion } from '../server/askQuestion.ts';
import { refuseWhileRunning } from '../server/conversationRoutes.ts';
import { type Demo, requireConversation } from '../server/demo.ts';
import { EventStream, type ServerSentEvent } from '../server/eventStream.ts';
import { statusOf, viewMessage } from '../server/messageView.ts';
import type { ApiRequest, Route } from '../server/route.ts';
import { requireSpace } from '../server/spaceRoutes.ts';
import type { StoredMessage } from '../storedConversation.ts';
import { isTerminal } from '../timeline.ts';
import { itemsOf, type WireItem } from './agentItems.ts';

const AGENT = '/api/2.0/genie/agents/:space_id';
const CONVERSATION = `${AGENT}/conversations/:conversation_id`;

/** Agent mode: asking, which streams the response, the items of a conversation, and cancelling. */
export function createAgentRoutes(demo: Demo): Route[] {
  const itemsNow = (message: StoredMessage, { caller }: ApiRequest): WireItem[] =>
    itemsOf(message, statusOf(message, demo.now()), demo.warehouses.of(caller));

  async function* respond(
    message: StoredMessage,
    request: ApiRequest,
  ): AsyncGenerator<ServerSentEvent, void> {
    const { id, conversationId: conversation_id } = message;
    const response = { id, object: 'response', model: 'genie-agent', conversation_id };
    const sent = new Set<string>();
    let sequence_number = 0;
    const event = (type: string, data: object) => {
      sequence_number += 1;
      return { type, data: { sequence_number, ...data } };
    };
    yield event('response.created', {
      response: { ...response, status: 'in_progress', output: [] },
    });
    for (;;) {
      const status = statusOf(message, demo.now());
      const [, ...items] = itemsNow(message, request);
      for (const item of items.filter((each) => !sent.has(each.id))) {
        sent.add(item.id);
        yield event('response.output_item.added', { item });
        yield event('response.output_item.done', { item });
      }
      if (isTerminal(status)) {
        yield event(...endOf(message, status, items, response));
        return;
      }
      await wait(Math.min(100, demo.stageMs / 2));
    }
  }

  return [
    {
      method: 'POST',
      path: `${AGENT}/responses`,
      handle: (request) => {
        const space = requireSpace(request);
        const { content, conversationId } = requireInput(request);
        const found =
          conversationId === undefined
            ? undefined
            : requireConversation(
                demo,
                { ...request, params: { ...request.params, conversation_id: conversationId } },
                'agent',
              );
        if (found) refuseWhileRunning(demo, found);
        demo.countQuestion();
        const { caller } = request;
        const conversation =
          found ?? demo.conversations.create(caller, space.id, content, demo.now(), 'agent');
        const message = askQuestion(demo, caller, conversation, content);
        conversation.messages.push(message);
        demo.conversations.save();
        return new EventStream(respond(message, request));
      },
    },
    {
      method: 'GET',
      path: `${CONVERSATION}/items`,
      handle: (request) => {
        const { messages } = requireConversation(demo, request, 'agent');
        const items = messages.flatMap((message) => itemsNow(message, request));
        return cutItems(items, request.query);
      },
    },
    {
      method: 'POST',
      path: `${CONVERSATION}/responses/:response_id/cancel`,
      handle: (request) => {
        const id = request.params['response_id'] ?? '';
        const { messages } = requireConversation(demo, request, 'agent');
        const message = messages.find((each) => each.id === id);
        if (message === undefined) throw notFound(`Response ${id} does not exist.`);
        if (!isTerminal(statusOf(message, demo.now()))) {
          message.timeline = [{ status: 'CANCELLED', ms: 0 }];
          demo.conversations.save();
        }
        return viewMessage(message, request.caller, demo.now(), demo.faults.shapes);
      },
    },
  ];
}

function endOf(
  { error }: StoredMessage,
  status: string,
  output: WireItem[],
  response: object,
): [string, object] {
  if (status === 'COMPLETED') {
    return ['response.completed', { response: { ...response, status: 'completed', output } }];
  }
  const failed = status === 'CANCELLED' ? 'cancelled' : 'failed';
  const said = { code: error?.type ?? status, message: error?.error ?? '' };
  return ['response.failed', { response: { ...response, status: failed, output, error: said } }];
}

function requireInput({ body }: ApiRequest): {
  content: string;
  conversationId: string | undefined;
} {
  const { input, conversation_id } = (body ?? {}) as Record<string, unknown>;
  const [message, ...others] = Array.isArray(input) ? input : [];
  const text: unknown = message?.content?.[0]?.text;
  if (message?.role !== 'user' || others.length > 0 || typeof text !== 'string' || !text.trim()) {
    throw invalidParameter('input must hold exactly one message of the user.');
  }
  if (conversation_id !== undefined && typeof conversation_id !== 'string') {
    throw new ApiError(400, 'INVALID_PARAMETER_VALUE', 'conversation_id must be a text.');
  }
  return { content: text.trim(), conversationId: conversation_id };
}

function cutItems(items: readonly WireItem[], query: URLSearchParams): object {
  const ordered = query.get('order') === 'desc' ? items.toReversed() : items;
  const limit = Math.min(100, Math.max(1, Number(query.get('limit')) || 100));
  const after = query.get('after');
  const start = after === null ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  const data = ordered.slice(start, start + limit);
  const has_more = start + limit < ordered.length;
  return { object: 'list', data, first_id: data[0]?.id, last_id: data.at(-1)?.id, has_more };
}
