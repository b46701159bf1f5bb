import { CourierError } from '../../questions/ports.ts';
import type { Texts } from '../../texts/texts.ts';
import type { OutgoingContent } from '../ports.ts';
import { textOf } from './withPlainText.ts';

/** Tried one after another if the channel finds a message too large (bytes of UTF-16). */
const smallerSizes = [40_000, 20_000, 10_000];

/**
 * Sends a message, and smaller versions of it while the channel finds it too large; at last its text alone.
 *
 * @param make creates the message, given a smaller limit than usual (bytes of UTF-16)
 * @param texts in the language of those who read it
 * @throws CourierError `too-large` if even that is too large
 */
export async function sendFitting<T>(
  make: (maxBytes: number | undefined) => Promise<OutgoingContent>,
  send: (outgoing: OutgoingContent) => Promise<T>,
  texts: Texts,
): Promise<T> {
  let refused: { error: unknown; outgoing: OutgoingContent } | undefined;
  for (const maxBytes of [undefined, ...smallerSizes]) {
    const outgoing = await make(maxBytes);
    try {
      return await send(outgoing);
    } catch (error) {
      if (!(error instanceof CourierError) || error.kind !== 'too-large') throw error;
      refused = { error, outgoing };
    }
  }
  const text = refused && textOf(refused.outgoing, texts);
  if (text) return send(text);
  throw refused?.error;
}
