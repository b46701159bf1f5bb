import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's body the way the real host does: without a `Content-Length` there is none for the function, not
 * even if it comes in chunks (azure-functions-host, GrpcMessageConversionExtensions.cs). Resolves to `undefined` if it
 * exceeds `limit` bytes; the rest is then left unread.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | undefined> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > limit) return undefined;
  if (length === 0) {
    request.resume();
    return Buffer.alloc(0);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
