import { CourierError } from '../../questions/ports.ts';
import type { Outgoing } from '../ports.ts';

/** Tried one after the other where the channel finds a message too large (bytes of UTF-16). */
const smallerSizes = [40_000, 20_000, 10_000];

/**
 * Sends a message, and a smaller one as long as the channel finds it too large.
 *
 * @param make the message with at most so many bytes of UTF-16, where that is less than usual
 * @throws CourierError `too-large` where even the smallest is
 */
export async function sendFitting<T>(
  make: (maxBytes: number | undefined) => Promise<Outgoing>,
  send: (outgoing: Outgoing) => Promise<T>,
): Promise<T> {
  let refusal: unknown;
  for (const maxBytes of [undefined, ...smallerSizes]) {
    try {
      return await send(await make(maxBytes));
    } catch (error) {
      if (!(error instanceof CourierError) || error.kind !== 'too-large') throw error;
      refusal = error;
    }
  }
  throw refusal;
}
