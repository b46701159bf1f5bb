/** The frames that endpoints send, written by hand from the protocol. */

type Json = Record<string, unknown>;

/** One event, as the Responses API writes it: its type on a line of its own, and in the JSON. */
export const event = (type: string, fields: Json = {}) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;

/** An event without a type. */
export const data = (json: unknown) => `data: ${JSON.stringify(json)}\n\n`;

export const done = 'data: [DONE]\n\n';

export const created = event('response.created', {
  response: { id: 'resp_1', status: 'in_progress' },
});

export const delta = (itemId: string, text: string) =>
  event('response.output_text.delta', { item_id: itemId, output_index: 0, delta: text });

/** A message that is whole. */
export const message = (id: string, text: string, annotations: Json[] = []) => ({
  type: 'message',
  id,
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text, annotations }],
});

export const itemDone = (item: Json, fields: Json = {}) =>
  event('response.output_item.done', { item, output_index: 0, ...fields });

export const completed = (output: Json[] = []) =>
  event('response.completed', {
    response: { id: 'resp_1', status: 'completed', output, usage: { total_tokens: 12 } },
  });

export const functionCall = (name: string, id = 'fc_1') => ({
  type: 'function_call',
  id,
  call_id: `call_${id}`,
  name,
  arguments: '{"query":"revenue"}',
});

export const approvalRequest = (id: string, name = 'send_mail') => ({
  type: 'mcp_approval_request',
  id,
  name,
  arguments: '{"to":"ada"}',
  server_label: 'mail',
});

/** What the gateway adds to the last event. */
export const traced = (traceId: string) => ({
  databricks_output: { trace: { info: { trace_id: traceId }, data: { spans: [] } } },
});

export const chatChunk = (content: unknown, finishReason: string | null = null) =>
  data({
    id: 'chatcmpl_1',
    object: 'chat.completion.chunk',
    model: 'model',
    choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finishReason }],
  });

/** A ChatAgent's. */
export const agentChunk = (id: string, content: string, fields: Json = {}) =>
  data({ delta: { role: 'assistant', id, content, ...fields } });

const words = (text: string) => text.split(/(?<=\s)/);

/** A whole answer, word by word, as agents of the Responses API stream it. */
export const responsesStream = (text: string): string[] => [
  created,
  event('response.output_item.added', { item: { type: 'message', id: 'msg_1', content: [] } }),
  ...words(text).map((word) => delta('msg_1', word)),
  itemDone(message('msg_1', text)),
  completed([message('msg_1', text)]),
  done,
];

/** The same as chats stream it. */
export const chatStream = (text: string): string[] => [
  ...words(text).map((word) => chatChunk(word)),
  chatChunk('', 'stop'),
  data({ object: 'chat.completion.chunk', choices: [], usage: { total_tokens: 12 } }),
  done,
];
