import type { Clock } from '../../src/common/clock.ts';
import type { DueWork, Work, WorkQueue } from '../../src/questions/ports.ts';
import { toMessage } from '../../src/storage/workMessage.ts';

export interface ReceivedWork<T = Work> {
  work: T;
  /** How often it was received, this time included. */
  dequeueCount: number;
  /** Deletes the message; `false`: someone else has received it since, or it is gone. */
  complete(): Promise<boolean>;
  /** Has the message be seen again after `delayMs`. */
  release(delayMs: number): void;
}

export interface MemoryQueue<T = Work> extends WorkQueue<T> {
  /** The next message that can be seen, hidden from then on for `hiddenMs` (10 minutes, as the Functions host does). */
  receive(hiddenMs?: number): Promise<ReceivedWork<T> | undefined>;
  /** When the next message can be seen (ms since 1970); `Infinity`: there is none. */
  nextAt(): number;
  /** Resolves at the next message that is sent, or is to be seen at another time. */
  whenChanged(): Promise<void>;
  /** Loses every message that is there. */
  lose(): void;
}

interface Message {
  text: string;
  visibleAt: number;
  expiresAt: number;
  dequeueCount: number;
}

const hostLeaseMs = 10 * 60 * 1_000;

/**
 * A queue in this process's memory, whose time is the clock's.
 *
 * @param parse reads its messages
 */
export function createMemoryQueue<T extends Work | DueWork>(
  clock: Clock,
  parse: (text: string) => T | undefined,
): MemoryQueue<T> {
  const messages = new Set<Message>();
  let change = Promise.withResolvers<void>();
  const tell = () => {
    change.resolve();
    change = Promise.withResolvers();
  };

  return {
    nextAt: () => Math.min(Infinity, ...[...messages].map(({ visibleAt }) => visibleAt)),
    whenChanged: () => change.promise,
    lose: () => messages.clear(),

    async send(work, delayMs) {
      const { text, hiddenSeconds, keptSeconds } = toMessage(work, delayMs);
      const now = clock.now();
      messages.add({
        text,
        visibleAt: now + hiddenSeconds * 1_000,
        expiresAt: now + keptSeconds * 1_000,
        dequeueCount: 0,
      });
      tell();
    },

    async receive(hiddenMs = hostLeaseMs) {
      const now = clock.now();
      for (const message of messages) {
        if (message.expiresAt <= now) messages.delete(message);
      }
      const message = [...messages].find(({ visibleAt }) => visibleAt <= now);
      const work = message && parse(message.text);
      if (!work) return undefined;
      message.visibleAt = now + hiddenMs;
      message.dequeueCount += 1;
      const { dequeueCount } = message;
      return {
        work,
        dequeueCount,
        complete: async () => message.dequeueCount === dequeueCount && messages.delete(message),
        release(delayMs) {
          if (message.dequeueCount !== dequeueCount) return;
          message.visibleAt = clock.now() + delayMs;
          tell();
        },
      };
    },
  };
}
