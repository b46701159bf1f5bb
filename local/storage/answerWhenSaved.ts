import type { Server, ServerResponse } from 'node:http';

/**
 * Makes a server hold back every response until `save` has resolved, so that what a client was told is on disk. If
 * saving fails, the connection is cut instead: the client must not rely on a write that might be lost.
 */
export function answerWhenSaved(server: Server, save: () => Promise<void>): void {
  server.prependListener('request', (_request, response) => holdBack(response, save));
}

function holdBack(response: ServerResponse, save: () => Promise<void>): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? toEncoding(encoding) : 'utf8'));
    } else if (chunk instanceof Uint8Array) {
      chunks.push(Buffer.from(chunk));
    }
  };
  const callLast = (args: unknown[]) => {
    const last = args.at(-1);
    if (typeof last === 'function') process.nextTick(last);
  };

  response.write = (...args: unknown[]) => {
    keep(args[0], args[1]);
    callLast(args);
    return true;
  };
  response.end = (...args: unknown[]) => {
    keep(args[0], args[1]);
    save().then(
      () => end(Buffer.concat(chunks), () => callLast(args)),
      () => response.destroy(),
    );
    return response;
  };
}

const toEncoding = (name: string) => (Buffer.isEncoding(name) ? name : 'utf8');
