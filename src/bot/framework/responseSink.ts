import type { HttpResponseInit } from '@azure/functions';
import type { Response } from 'botbuilder';

/** What `CloudAdapter.process` writes its answer to, in the place of an Express response. */
export class ResponseSink implements Response {
  readonly socket: unknown = undefined;
  #status = 200;
  #body: unknown;

  status(code: number): this {
    this.#status = code;
    return this;
  }

  /** The SDK asks that it be there, and never calls it. */
  header(): this {
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
    const status = this.#status;
    const isSdkError = status === 401 || status >= 500;
    return this.#body === undefined || isSdkError ? { status } : { status, jsonBody: this.#body };
  }
}
