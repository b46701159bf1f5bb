import type { Work, WorkQueue } from '../ports.ts';
import type { Question } from '../question.ts';
import { leaseMs } from './lease.ts';

/** A look comes this much after a lease should have been renewed. */
const graceMs = 1_000;

/** From one look of a watchdog to its next, unless the question waits for something. */
const periodMs = leaseMs + graceMs;

export type Watchdog = Exclude<Work['kind'], 'go'>;

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
