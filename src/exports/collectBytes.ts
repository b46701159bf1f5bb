import { AppError } from '../common/errors.ts';

const firstLength = 1024 * 1024;

/**
 * The chunks of a file as a whole. They are copied as they come: chunks that are kept until the end, and then joined,
 * take twice the memory of the file.
 *
 * @throws AppError `too-large` as soon as there would be more than `maxBytes`
 */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Buffer> {
  let file = Buffer.allocUnsafeSlow(firstLength);
  let length = 0;
  for await (const chunk of chunks) {
    const needed = length + chunk.length;
    if (needed > maxBytes)
      throw new AppError('too-large', `The file has more than ${maxBytes} bytes`);
    if (needed > file.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * file.length));
      larger.set(file.subarray(0, length));
      file = larger;
    }
    file.set(chunk, length);
    length = needed;
  }
  return file.subarray(0, length);
}
