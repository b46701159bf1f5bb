import { setImmediate as nextTurn } from 'node:timers/promises';

/** Short lines are joined before they are encoded: a buffer for each would be larger than its text. */
const chunkLength = 64 * 1024;

/** Texts, one after another, as UTF-8. Between any two chunks, other people's requests have their turn. */
export async function* encodeText(
  texts: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Buffer> {
  let pending: string[] = [];
  let length = 0;
  for await (const text of texts) {
    pending.push(text);
    length += text.length;
    if (length < chunkLength) continue;
    yield Buffer.from(pending.join(''));
    pending = [];
    length = 0;
    await nextTurn();
  }
  if (pending.length > 0) yield Buffer.from(pending.join(''));
}
