import { newId } from '../newIds.ts';
import type { AssistantAnswer } from './assistantAnswer.ts';

/** An event of the Responses API, and how long the assistant takes for it. */
export interface TimedEvent {
  json: { type: string } & Record<string, unknown>;
  ms: number;
}

/** The items of an answer. */
export function outputOf({ tool, text, source, approval }: AssistantAnswer) {
  const call = { type: 'function_call', id: `fc_${newId()}`, call_id: 'call_1', name: tool };
  const annotations = source ? [{ type: 'file_citation', filename: source }] : [];
  const message = {
    type: 'message',
    id: `msg_${newId()}`,
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text, annotations }],
  };
  const request = { type: 'mcp_approval_request', server_label: 'demo-office', ...approval };
  return [...(tool ? [{ ...call, arguments: '{}' }] : []), message, ...(approval ? [request] : [])];
}

/**
 * The events that an answer is streamed as: its text word by word.
 *
 * @param wordMs how long it takes for a word; other work takes longer
 */
export function answerEvents(answer: AssistantAnswer, wordMs: number): TimedEvent[] {
  const response = { id: `resp_${newId()}`, object: 'response', model: 'demo-assistant' };
  const output = outputOf(answer);
  const events = output.flatMap((item, index): TimedEvent[] => {
    const done = { type: 'response.output_item.done', output_index: index, item };
    if (!('content' in item)) return [{ json: done, ms: wordMs * 10 }];
    const at = { item_id: item.id, output_index: index, content_index: 0 };
    const words = answer.text.split(/(?<=\s)(?=\S)/);
    return [
      ...words.map((delta) => ({
        json: { type: 'response.output_text.delta', ...at, delta },
        ms: wordMs,
      })),
      { json: done, ms: 0 },
    ];
  });
  const status = (name: string) => ({ ...response, status: name });
  return [
    { json: { type: 'response.created', response: status('in_progress') }, ms: 0 },
    ...events,
    { json: { type: 'response.completed', response: { ...status('completed'), output } }, ms: 0 },
  ];
}
