import type { Conversations } from '../conversations.ts';
import type { FaultSource } from '../faults.ts';
import type { StoredConversation, StoredMessage } from '../storedConversation.ts';
import type { Warehouses } from '../warehouses.ts';
import { notFound } from './apiError.ts';
import type { ApiRequest } from './route.ts';

/** What the endpoints share. */
export interface Demo {
  /** Milliseconds since 1970. */
  now(): number;
  stageMs: number;
  /** Resolves after so many milliseconds. */
  sleep(ms: number): Promise<unknown>;
  conversations: Conversations;
  warehouses: Warehouses;
  faults: FaultSource;
  /** @throws ApiError 429 when the workspace has used up its questions for this minute. */
  countQuestion(): void;
  /** The server's own base address. */
  url(): string;
}

/** @throws ApiError 404 when the conversation is unknown, another caller's, of another mode, deleted or expired. */
export function requireConversation(
  demo: Demo,
  { params, caller }: ApiRequest,
  mode: 'chat' | 'agent' = 'chat',
): StoredConversation {
  const id = params['conversation_id'] ?? '';
  const found = demo.faults.isExpired(id)
    ? undefined
    : demo.conversations.find(caller, params['space_id'] ?? '', id);
  const isOfMode = found?.isAgents === (mode === 'agent' || undefined);
  if (found === undefined || !isOfMode) throw notFound(`Conversation ${id} does not exist.`);
  return found;
}

/** @throws ApiError 404 when the message or its conversation is unknown. */
export function requireMessage(demo: Demo, request: ApiRequest): StoredMessage {
  const id = request.params['message_id'] ?? '';
  const found = requireConversation(demo, request).messages.find((message) => message.id === id);
  if (found === undefined) throw notFound(`Message ${id} does not exist.`);
  return found;
}
