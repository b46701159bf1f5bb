import { AppError } from '../common/errors.ts';

/** Short lines are joined before they are encoded: a buffer for each would be larger than its text. */
const chunkLength = 64 * 1024;

/**
 * Texts, one after another, as UTF-8.
 *
 * @throws AppError `too-large` as soon as there would be more than `maxBytes`
 */
export async function collectText(texts: AsyncIterable<string>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let pending = '';
  const flush = () => {
    const chunk = Buffer.from(pending);
    pending = '';
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new AppError('too-large', `The file has more than ${maxBytes} bytes`);
  };
  for await (const text of texts) {
    pending += text;
    if (pending.length >= chunkLength) flush();
  }
  flush();
  return Buffer.concat(chunks);
}
