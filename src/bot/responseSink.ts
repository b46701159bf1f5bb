import type { HttpResponseInit } from '@azure/functions';
import type { Response } from 'botbuilder';

/** What `CloudAdapter.process` writes its answer to, in the place of an Express response. */
export class ResponseSink implements Response {
  readonly socket: unknown = undefined;
  readonly #headers: Record<string, string> = {};
  #status = 200;
  #body: unknown;

  get statusCode(): number {
    return this.#status;
  }

  status(code: number): this {
    this.#status = code;
    return this;
  }

  header(name: string, value: unknown): this {
    this.#headers[name] = String(value);
    return this;
  }

  send(body?: unknown): this {
    this.#body = body;
    return this;
  }

  end(): this {
    return this;
  }

  /** The answer as Azure Functions sends it. The SDK's own error texts stay inside. */
  toHttpResponse(): HttpResponseInit {
    const response = { status: this.#status, headers: this.#headers };
    if (this.#body === undefined || this.#status >= 400) return response;
    return { ...response, jsonBody: this.#body };
  }
}
