import type { Work, WorkQueue } from '../ports.ts';
import type { Question } from '../question.ts';
import { leaseMs } from './lease.ts';

/** How long after a lease should have been renewed a watchdog looks. */
const graceMs = 1_000;

/** From one look to the next, unless the question is waiting for something. */
const periodMs = leaseMs + graceMs;

/** From one look at a parked question to the next: the end of the one before it wakes it long before. */
export const parkedLookMs = 5 * 60_000;

export type Watchdog = Exclude<Work['kind'], 'go'>;

/** They take turns. */
const offsetMs: Record<Watchdog, number> = { watch: 0, backup: periodMs / 2 };

/**
 * Sets two watchdogs on a question. The queue hides a message for ten minutes after an instance received it, even if
 * the instance was killed: of two that look at different times, one is always left.
 */
export async function setWatchdogs(questionId: string, queue: WorkQueue): Promise<void> {
  const send = (kind: Watchdog) => queue.send({ kind, questionId }, periodMs + offsetMs[kind]);
  await Promise.all([send('watch'), send('backup')]);
}

/** Wakes a question that waited for another to end. From here on its watchdogs see that it is carried on. */
export async function wake(questionId: string, queue: WorkQueue): Promise<void> {
  await setWatchdogs(questionId, queue);
  await queue.send({ kind: 'go', questionId });
}

/**
 * How long until the next look: by then, an owner must have renewed its lease. Each watchdog keeps its own schedule,
 * counted from when the question was accepted: if both looked at the same time, one kill could hit both.
 *
 * @param question `undefined` if it can't be read
 */
export function nextLookMs(kind: Watchdog, question: Question | undefined, now: number): number {
  if (question === undefined) return periodMs;
  const { lease, startAt = 0, acceptedAt } = question;
  const leaseLeftMs = lease && lease.until > now ? lease.until - now : leaseMs;
  const earliest = now + Math.max(leaseLeftMs, startAt - now) + graceMs;
  const firstAt = acceptedAt + offsetMs[kind];
  return firstAt + Math.ceil((earliest - firstAt) / periodMs) * periodMs - now;
}
