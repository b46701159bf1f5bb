import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that is answered with an error in Direct Line's shape, `{ error: { code, message } }`. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}

/** Activities are at most 256 KB in Direct Line, cards from the bot at most 100 KB; this leaves room for both. */
const maxBytes = 512 * 1024;

/** The body as JSON; `undefined` if there is none. @throws HttpError 400 or 413 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new HttpError(413, 'MessageSizeTooBig', 'The body is too large.');
    chunks.push(chunk);
  }
  if (bytes === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw new HttpError(400, 'BadSyntax', 'The body isn’t JSON.', { cause: error });
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

/** Responds to what was thrown. Anything but an `HttpError` is our own fault: 500, without details. */
export function sendError(response: ServerResponse, error: unknown): void {
  const { status, code, message } =
    error instanceof HttpError
      ? error
      : new HttpError(500, 'ServiceError', 'The local chat failed.');
  if (response.headersSent) response.destroy();
  else sendJson(response, status, { error: { code, message } });
}
