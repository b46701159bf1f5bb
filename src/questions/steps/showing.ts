import type { Clock } from '../../common/clock.ts';
import type { HeldQuestion } from '../ownership/lease.ts';
import { packetEveryMs } from '../stream.ts';

/** What an owner remembers of what it has shown. No row has the words of an answer, so the next owner doesn't know. */
export interface Showing {
  /** The latest work; never rejects. */
  latest: Promise<unknown>;
  /** When the latest packet of the stream was answered (ms since 1970). */
  sentAt?: number;
  /** Until when the channel takes no packet that it can do without (ms since 1970). */
  busyUntil?: number;
  /** The part of the answer that was streamed last. */
  streamed?: string;
  /** The answer as far as it is known. */
  said?: string;
  /** The stream takes nothing that is added to it. */
  isFull?: true;
}

const showings = new WeakMap<HeldQuestion, Showing>();

/** What the owner of a question remembers. */
export function showingOf(held: HeldQuestion): Showing {
  const showing = showings.get(held) ?? { latest: Promise.resolve() };
  showings.set(held, showing);
  return showing;
}

/** Does what shows something of a question when nothing else is being shown of it, in the order of the calls. */
export function inTurn<T>(held: HeldQuestion, work: () => Promise<T>): Promise<T> {
  const showing = showingOf(held);
  const result = showing.latest.then(work);
  showing.latest = result.catch(() => {});
  return result;
}

/** Waits until the stream takes a packet. */
export async function pace(held: HeldQuestion, clock: Clock): Promise<void> {
  const { sentAt } = showingOf(held);
  if (sentAt === undefined) return;
  const waitMs = sentAt + packetEveryMs - clock.now();
  if (waitMs > 0) await clock.sleep(waitMs, held.signal);
}
