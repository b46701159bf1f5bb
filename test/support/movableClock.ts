import type { Clock } from '../../src/common/clock.ts';
import { hasty } from './openInProcess.ts';

export interface MovableClock extends Clock {
  /** Moves the time on by `ms`, as the next look will show; no one wakes earlier. */
  skip(ms: number): void;
}

/** The hasty clock, which a test can move to another day. */
export function createMovableClock(): MovableClock {
  let skipped = 0;
  return {
    now: () => hasty.now() + skipped,
    sleep: hasty.sleep,
    skip(ms) {
      skipped += ms;
    },
  };
}
