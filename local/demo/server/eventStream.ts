export interface ServerSentEvent {
  type: string;
  data: object;
}

/** Server-sent events as they go over the wire. */
export async function* eventStream(
  events: AsyncIterable<ServerSentEvent>,
): AsyncGenerator<string, void> {
  for await (const { type, data } of events) {
    yield `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
  }
}
