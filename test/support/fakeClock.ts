import type { Clock } from '../../src/common/clock.ts';

interface Sleeper {
  wakesAt: number;
  wake: () => void;
}

export interface FakeClock extends Clock {
  /** How long each sleep so far was asked to be, in order. */
  readonly sleeps: readonly number[];
  /** How many are asleep now. */
  readonly sleeping: number;
  /** Moves time on by `ms`, waking sleepers in the order of their times; each sees its own time. */
  advance(ms: number): Promise<void>;
  /** Resolves once at least `count` are asleep: the moment to `advance`. */
  whenSleeping(count?: number): Promise<void>;
}

export interface FakeClockOptions {
  /** Milliseconds since 1970. */
  now?: number;
  /** Every sleep moves the time on by its own length and is over at once. */
  autoAdvance?: boolean;
}

/** Lets what a woken sleeper does next happen: promise reactions first, then I/O that is already there. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that stands still until the test moves it. */
export function createFakeClock(options: FakeClockOptions = {}): FakeClock {
  let now = options.now ?? Date.UTC(2026, 10, 21, 9, 0, 0);
  const sleeps: number[] = [];
  const sleepers = new Set<Sleeper>();

  const nextBefore = (time: number) =>
    [...sleepers].filter((s) => s.wakesAt <= time).sort((a, b) => a.wakesAt - b.wakesAt)[0];

  return {
    sleeps,
    get sleeping() {
      return sleepers.size;
    },
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      sleeps.push(ms);
      if (options.autoAdvance) {
        now += ms;
        await settle();
        signal?.throwIfAborted();
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          leave();
          reject(signal?.reason);
        };
        const wake = () => {
          leave();
          resolve();
        };
        const sleeper = { wakesAt: now + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
      });
    },
    async advance(ms) {
      const until = now + ms;
      for (let next = nextBefore(until); next; next = nextBefore(until)) {
        now = Math.max(now, next.wakesAt);
        next.wake();
        await settle();
      }
      now = until;
      await settle();
    },
    async whenSleeping(count = 1) {
      while (sleepers.size < count) await settle();
    },
  };
}
