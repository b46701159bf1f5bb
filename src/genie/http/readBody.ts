import { GenieError } from '../errors.ts';

/**
 * The body of an answer as text. Counts while it reads, so that an endless body costs no more than `maxBytes`.
 *
 * @throws GenieError `too-large` for a body that is larger; whatever the connection throws when it breaks.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      const { status } = response;
      const message = `Genie answered with more than ${maxBytes} bytes`;
      throw new GenieError('too-large', message, { status, acted: 'maybe' });
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
