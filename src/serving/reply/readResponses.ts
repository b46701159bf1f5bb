import type { Draft } from './draft.ts';
import { EndpointFailure } from './failureIn.ts';
import { cite, readContent } from './readContent.ts';
import { toolName } from './toolName.ts';
import type { ItemWire, ResponsesWire } from './wire.ts';
import { writeJson } from './writeJson.ts';

/**
 * Reads an event of the Responses API into the draft. Unknown ones are skipped. Many agents send items without pieces;
 * some send both, and then the item counts.
 *
 * @throws EndpointFailure if it says that there will be no answer
 */
export function readResponses(event: ResponsesWire, draft: Draft): void {
  const { type, delta = '', item, annotation, response } = event;
  switch (type) {
    case 'response.output_text.delta':
    case 'response.refusal.delta':
      draft.add(event.item_id ?? `#${event.output_index ?? 0}`, delta);
      break;
    case 'response.output_text.annotation.added':
    case 'response.output_text_annotation.added':
      if (annotation) cite(annotation, draft);
      break;
    case 'response.reasoning_summary_text.delta':
    case 'response.reasoning_text.delta':
      draft.think(delta);
      break;
    case 'response.output_item.added':
      if (item) announce(item, draft);
      break;
    case 'response.output_item.done':
      if (item) readItem(item, event.output_index, draft);
      break;
    case 'response.completed':
    case 'responses.completed':
      readOutput(response?.output ?? [], draft);
      draft.complete();
      break;
    case 'response.failed':
    case 'response.cancelled':
      throw new EndpointFailure(response?.error ?? type);
    case 'response.incomplete':
      throw new EndpointFailure({ code: response?.incomplete_details?.reason }, 'cut-off');
  }
}

/** Reads the items of a whole reply. Of those that were streamed, only what was missing is taken. */
export function readOutput(output: readonly ItemWire[], draft: Draft): void {
  const hadText = !draft.isEmpty;
  output.forEach((item, index) => {
    if (item.type === 'mcp_approval_request' || !hadText) readItem(item, index, draft);
  });
}

/** What begins. */
function announce(item: ItemWire, draft: Draft): void {
  if (item.type === 'function_call' || item.type === 'mcp_call') draft.step(toolName(item.name));
}

function readItem(item: ItemWire, index: number | undefined, draft: Draft): void {
  switch (item.type) {
    case 'message':
      if (item.role !== undefined && item.role !== 'assistant') return;
      draft.set(item.id ?? `#${index ?? 0}`, readContent(item.content, draft));
      break;
    case 'reasoning':
      draft.step(item.summary.map(({ text = '' }) => text).join(' '));
      break;
    case 'mcp_approval_request':
      askApproval(item, draft);
      break;
    default:
      announce(item, draft);
  }
}

function askApproval({ id, name, server_label: server, arguments: given }: ItemWire, draft: Draft) {
  // Without its ID nobody can answer it.
  if (!id) return;
  const json = typeof given === 'string' ? given : writeJson(given);
  draft.askApproval({ id, name: name ?? '', ...(server && { server }), arguments: json });
}
