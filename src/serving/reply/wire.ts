import * as z from 'zod/mini';

/** What endpoints send. Nothing of it is certain: what has another type than expected counts as absent. */

const text = z.catch(z.optional(z.string()), undefined);
const list = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(
    z.catch(z.array(z.unknown()), []),
    z.transform((items) => items.flatMap((one) => z.safeParse(item, one).data ?? [])),
  );
const maybe = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(type), undefined);

const annotationWire = z.object({ url: text, title: text, filename: text });
export type AnnotationWire = z.output<typeof annotationWire>;

/** A part of a message's content: text of some kind, or what isn't shown. */
const partWire = z.object({
  type: text,
  text,
  refusal: text,
  annotations: list(annotationWire),
  summary: list(z.object({ text })),
});
const contentWire = z.catch(z.union([z.string(), list(partWire)]), []);
export type ContentWire = z.output<typeof contentWire>;

const itemWire = z.object({
  type: text,
  id: text,
  call_id: text,
  role: text,
  name: text,
  server_label: text,
  arguments: z.optional(z.unknown()),
  content: contentWire,
  summary: list(z.object({ text })),
});
export type ItemWire = z.output<typeof itemWire>;

const responseWire = z.object({
  output: list(itemWire),
  error: z.optional(z.unknown()),
  incomplete_details: maybe(z.object({ reason: text })),
});

/** An event of the Responses API, or, with `output` alone, a whole reply. */
export const responsesWire = z.object({
  type: text,
  item_id: text,
  output_index: maybe(z.number()),
  delta: text,
  text,
  annotation: maybe(annotationWire),
  part: maybe(partWire),
  item: maybe(itemWire),
  response: maybe(responseWire),
  output: list(itemWire),
});
export type ResponsesWire = z.output<typeof responsesWire>;

const messageWire = z.object({
  id: text,
  role: text,
  content: contentWire,
  tool_calls: list(z.object({ function: maybe(z.object({ name: text })) })),
});
export type MessageWire = z.output<typeof messageWire>;

/** A chunk of a chat, or a whole reply. ChatAgents have one `delta`, or `messages`, models have `choices`. */
export const chatWire = z.object({
  choices: list(
    z.object({
      index: maybe(z.number()),
      delta: maybe(messageWire),
      message: maybe(messageWire),
      finish_reason: text,
    }),
  ),
  delta: maybe(messageWire),
  messages: list(messageWire),
  finish_reason: text,
});

const traceWire = z.object({
  info: maybe(z.object({ trace_id: text, request_id: text })),
  trace_id: text,
});

/** Where any of them has its trace. */
export const tracedWire = z.object({
  trace_id: text,
  databricks_output: maybe(z.object({ trace: maybe(traceWire) })),
  response: maybe(z.object({ databricks_output: maybe(z.object({ trace: maybe(traceWire) })) })),
});
