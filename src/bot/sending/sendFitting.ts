import { CourierError } from '../../questions/ports.ts';
import type { Outgoing } from '../ports.ts';

/** Tried one after another if the channel finds a message too large (bytes of UTF-16). */
const smallerSizes = [40_000, 20_000, 10_000];

/**
 * Sends a message, and smaller versions of it while the channel finds it too large.
 *
 * @param make creates the message, given a smaller limit than usual (bytes of UTF-16)
 * @throws CourierError `too-large` if even the smallest is too large
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
