import type * as z from 'zod/mini';
import type { Draft } from './draft.ts';
import { EndpointFailure } from './failureIn.ts';
import { readContent } from './readContent.ts';
import { toolName } from './toolName.ts';
import type { chatWire, MessageWire } from './wire.ts';

/**
 * Reads a chunk of a chat, or a whole reply of one, into the draft.
 *
 * @throws EndpointFailure if it says that there will be no answer
 */
export function readChat(chunk: z.output<typeof chatWire>, draft: Draft): void {
  for (const { index = 0, delta, message, finish_reason: reason } of chunk.choices) {
    // More than one is never asked for.
    if (index !== 0) continue;
    if (delta) readMessage(delta, draft, draft.add);
    if (message) readMessage(message, draft, draft.set);
    if (reason === 'length') draft.add((delta ?? message)?.id ?? '', ' …');
    if (reason) end(reason, draft);
  }
  if (chunk.delta) readMessage(chunk.delta, draft, draft.add);
  chunk.messages.forEach((message, index) => {
    readMessage({ ...message, id: message.id ?? `#${index}` }, draft, draft.set);
  });
  if (chunk.messages.length > 0) draft.complete();
  if (chunk.finish_reason) end(chunk.finish_reason, draft);
}

/** Those of tools are for the model. */
function readMessage(message: MessageWire, draft: Draft, write: Draft['add']): void {
  if (message.role !== undefined && message.role !== 'assistant') return;
  for (const { function: called } of message.tool_calls) draft.step(toolName(called?.name));
  write(message.id ?? '', readContent(message.content, draft));
}

/** ChatAgents say `tool_calls` in the midst of their answer. One that got too long is shown as far as it goes. */
function end(reason: string, draft: Draft): void {
  if (reason === 'content_filter') throw new EndpointFailure({ code: reason });
  if (reason !== 'tool_calls' && reason !== 'function_call') draft.complete();
}
