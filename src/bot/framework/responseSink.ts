import type { HttpResponseInit } from '@azure/functions';
import type { Response } from 'botbuilder';

/** Takes the response of `CloudAdapter.process`, instead of an Express response. */
export class ResponseSink implements Response {
  readonly socket: unknown = undefined;
  #status = 200;
  #body: unknown;

  status(code: number): this {
    this.#status = code;
    return this;
  }

  /** Required by the SDK's type, but never called. */
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

  /** The response as Azure Functions sends it. The SDK's own error texts stay inside. */
  toHttpResponse(): HttpResponseInit {
    const status = this.#status;
    const isSdkError = status === 401 || status >= 500;
    return this.#body === undefined || isSdkError ? { status } : { status, jsonBody: this.#body };
  }
}
