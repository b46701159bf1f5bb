/**
 * Reads the body of a request or a response. Counts while it reads, so that an endless body costs no more than
 * `maxBytes`.
 *
 * @returns `undefined` as soon as there are more
 * @throws what the connection throws when it breaks
 */
export async function readBytes(
  body: AsyncIterable<Uint8Array> | null | undefined,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
