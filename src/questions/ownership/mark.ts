import type { Clock } from '../../common/clock.ts';
import { codeOf } from '../../common/errors.ts';
import type { Change, HeldQuestion } from './lease.ts';

const markForMs = 4 * 60_000;
const markAgainMs = 250;

/**
 * Records what is about to be sent or has been. No later owner could find that out, so if storage is in trouble we wait
 * for it.
 */
export async function mark(held: HeldQuestion, change: Change, clock: Clock): Promise<void> {
  const giveUpAt = clock.now() + markForMs;
  for (;;) {
    try {
      return await held.save(change);
    } catch (error) {
      if (codeOf(error) !== 'storage' || clock.now() > giveUpAt) throw error;
      await clock.sleep(markAgainMs, held.signal);
    }
  }
}
