import type { Work, WorkQueue } from '../ports.ts';
import type { Question } from '../question.ts';
import { leaseMs } from './lease.ts';

/** A look comes this much after a lease should have been renewed. */
const graceMs = 1_000;

/** From one look of a watchdog to its next, unless the question waits for something. */
const periodMs = leaseMs + graceMs;

/** From one look at a parked question to the next: the end of the one before it wakes it long before. */
const parkedPeriodMs = 5 * 60_000;

export type Watchdog = Exclude<Work['kind'], 'go' | 'parked'>;

/** They look in turn. */
const offsetMs: Record<Watchdog, number> = { watch: 0, backup: periodMs / 2 };

/**
 * Has two watchdogs look after a question from now on. The queue hides for ten minutes what somebody received who was
 * then killed: with two that look at different times, one is always left to see it.
 */
export async function setWatchdogs(questionId: string, queue: WorkQueue): Promise<void> {
  const send = (kind: Watchdog) => queue.send({ kind, questionId }, periodMs + offsetMs[kind]);
  await Promise.all([send('watch'), send('backup')]);
}

/** Looks at a question now and then that waits for another to end. Its watchdogs are set when it is woken. */
export async function watchParked(questionId: string, queue: WorkQueue): Promise<void> {
  await queue.send({ kind: 'parked', questionId }, parkedPeriodMs);
}

/** Wakes a question that waited for another to end. From here on its watchdogs see that it is carried on. */
export async function wake(questionId: string, queue: WorkQueue): Promise<void> {
  await setWatchdogs(questionId, queue);
  await queue.send({ kind: 'go', questionId });
}

/**
 * How long until the question must have shown a sign of life, if somebody cares for it. Each watchdog keeps to times of
 * its own, counted from when the question was accepted: at the same time, one kill could hit both.
 *
 * @param question `undefined` where it cannot be read
 */
export function nextLookMs(kind: Watchdog, question: Question | undefined, now: number): number {
  if (question === undefined) return periodMs;
  const { lease, startAt = 0, acceptedAt } = question;
  const leaseLeftMs = lease && lease.until > now ? lease.until - now : leaseMs;
  const earliest = now + Math.max(leaseLeftMs, startAt - now) + graceMs;
  const firstAt = acceptedAt + offsetMs[kind];
  return firstAt + Math.ceil((earliest - firstAt) / periodMs) * periodMs - now;
}
