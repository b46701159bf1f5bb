import type { Caller } from '../caller.ts';
import { newId } from '../newIds.ts';
import type { WireAttachment } from '../protocol.ts';
import type { StoredConversation, StoredMessage } from '../storedConversation.ts';
import { isTerminal } from '../timeline.ts';
import { ApiError, invalidParameter } from './apiError.ts';
import { askQuestion } from './askQuestion.ts';
import { type Demo, requireConversation, requireMessage } from './demo.ts';
import { statusOf, viewConversation, viewMessage } from './messageView.ts';
import { cutPage } from './paging.ts';
import { type ApiRequest, type Route, textField } from './route.ts';
import { requireSpace, SPACE } from './spaceRoutes.ts';

const CONVERSATION = `${SPACE}/conversations/:conversation_id`;
export const MESSAGE = `${CONVERSATION}/messages/:message_id`;

/** Asking questions, and reading and deleting conversations and messages. */
export function createConversationRoutes(demo: Demo): Route[] {
  const view = (caller: Caller, message: StoredMessage) =>
    viewMessage(message, caller, demo.now(), demo.faults.shapes);

  const ask = ({ caller, body }: ApiRequest, conversation: StoredConversation, content: string) => {
    const message = askQuestion(demo, caller, conversation, content);
    if ((body as { enable_visualization?: unknown }).enable_visualization === true) {
      message.attachments.push(...chartsOf(message));
    }
    conversation.messages.push(message);
    demo.conversations.save();
    return message;
  };

  return [
    {
      method: 'POST',
      path: `${SPACE}/start-conversation`,
      handle: (request) => {
        const space = requireSpace(request);
        const content = requireContent(request);
        demo.countQuestion();
        const { caller } = request;
        const conversation = demo.conversations.create(caller, space.id, content, demo.now());
        const message = ask(request, conversation, content);
        return {
          conversation_id: conversation.id,
          message_id: message.id,
          conversation: viewConversation(conversation, demo.faults.shapes),
          message: view(caller, message),
        };
      },
    },
    {
      method: 'POST',
      path: `${CONVERSATION}/messages`,
      handle: (request) => {
        const conversation = requireConversation(demo, request);
        const content = requireContent(request);
        refuseWhileRunning(demo, conversation);
        demo.countQuestion();
        return view(request.caller, ask(request, conversation, content));
      },
    },
    {
      method: 'GET',
      path: MESSAGE,
      handle: (request) => view(request.caller, requireMessage(demo, request)),
    },
    {
      method: 'GET',
      path: `${CONVERSATION}/messages`,
      handle: (request) => {
        const { messages } = requireConversation(demo, request);
        const { page, ...next } = cutPage(messages.toReversed(), request.query);
        return { messages: page.map((message) => view(request.caller, message)), ...next };
      },
    },
    {
      method: 'GET',
      path: `${SPACE}/conversations`,
      handle: (request) => {
        const space = requireSpace(request);
        const conversations = demo.conversations
          .all()
          .filter(({ id }) => demo.conversations.find(request.caller, space.id, id))
          .filter(({ id }) => !demo.faults.isExpired(id))
          .reverse();
        const { page, ...next } = cutPage(conversations, request.query);
        return {
          conversations: page.map(({ id, title, isAgents, createdAt }) => ({
            conversation_id: id,
            title,
            created_timestamp: createdAt,
            agent_type: `GENIE_CONVERSATION_TYPE_${isAgents ? 'AGENT' : 'CHAT'}`,
          })),
          ...next,
        };
      },
    },
    {
      method: 'DELETE',
      path: CONVERSATION,
      handle: (request) => {
        const { caller, params } = request;
        const { conversation_id = '', space_id = '' } = params;
        const isAgents = demo.conversations.find(caller, space_id, conversation_id)?.isAgents;
        const { id } = requireConversation(demo, request, isAgents ? 'agent' : 'chat');
        demo.conversations.remove(id);
        demo.conversations.save();
        return {};
      },
    },
    {
      method: 'DELETE',
      path: MESSAGE,
      handle: (request) => {
        const conversation = requireConversation(demo, request);
        const { id } = requireMessage(demo, request);
        conversation.messages = conversation.messages.filter((message) => message.id !== id);
        demo.conversations.save();
        return {};
      },
    },
  ];
}

/** The demo draws no pictures, as in a workspace behind Private Link: it only says which tables it would have drawn. */
function chartsOf({ attachments }: StoredMessage): WireAttachment[] {
  return attachments.flatMap(({ attachment_id, query }) => {
    const title = query?.title ?? '';
    const isSeries = (query?.query_result_metadata?.row_count ?? 0) > 1;
    const viz = { title, query_attachment_id: attachment_id };
    return isSeries ? [{ attachment_id: newId(), viz }] : [];
  });
}

function requireContent({ body }: ApiRequest): string {
  const content = textField(body, 'content')?.trim();
  if (!content) throw invalidParameter('content must be provided.');
  return content;
}

/** @throws ApiError what the faults say about a question while the one before is still running. */
export function refuseWhileRunning({ faults, now }: Demo, { messages }: StoredConversation): void {
  const last = messages.at(-1);
  if (last === undefined || isTerminal(statusOf(last, now()))) return;
  const words = 'The previous message of this conversation is still being processed.';
  if (faults.whileRunning === 'conflict') throw new ApiError(409, 'RESOURCE_CONFLICT', words);
  if (faults.whileRunning === 'bad-request') throw new ApiError(400, 'INVALID_STATE', words);
}
