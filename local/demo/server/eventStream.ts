export interface ServerSentEvent {
  type: string;
  data: object;
}

/** The body of an answer that goes on: server-sent events. */
export class EventStream {
  readonly #events: AsyncIterable<ServerSentEvent>;

  constructor(events: AsyncIterable<ServerSentEvent>) {
    this.#events = events;
  }

  /** What goes over the wire. */
  async *chunks(): AsyncGenerator<string, void> {
    for await (const { type, data } of this.#events) {
      yield `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
    }
  }
}
