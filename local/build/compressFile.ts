import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { replaceFile } from './replaceFile.ts';

/** `small` takes ten seconds for Web Chat, `quick` half of one, for a tenth more bytes. */
const qualities = { small: 11, quick: 9 };

/** Writes content, compressed with Brotli, to a path that is named after it: if it's there, it's left as it is. */
export async function compressFile(
  path: string,
  content: Uint8Array,
  effort: keyof typeof qualities,
): Promise<void> {
  if (existsSync(path)) return;
  const compressed = await promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: qualities[effort],
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      // The largest that every browser reads.
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    },
  });
  await replaceFile(path, compressed);
}
