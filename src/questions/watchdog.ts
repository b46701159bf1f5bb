import { leaseMs } from './lease.ts';
import type { Work, WorkQueue } from './ports.ts';
import type { Question } from './question.ts';

/** A look comes this much after a lease should have been renewed. */
const graceMs = 1_000;

/** How much later the backup looks. */
const apartMs = 4_500;

export type Watchdog = Exclude<Work['kind'], 'go'>;

const lateMs: Record<Watchdog, number> = { watch: 0, backup: apartMs };

/**
 * Has two watchdogs look after a question from now on. The queue hides for ten minutes what somebody received who was
 * then killed: with two that look at different times, one is always left to see it.
 */
export async function setWatchdogs(questionId: string, queue: WorkQueue): Promise<void> {
  const send = (kind: Watchdog) =>
    queue.send({ kind, questionId }, leaseMs + graceMs + lateMs[kind]);
  await Promise.all([send('watch'), send('backup')]);
}

/**
 * How long until the question must have shown a sign of life, if somebody cares for it.
 *
 * @param question `undefined` where it cannot be read
 */
export function nextLookMs(kind: Watchdog, question: Question | undefined, now: number): number {
  const { lease, startAt = 0 } = question ?? {};
  const leaseLeftMs = lease && lease.until > now ? lease.until - now : leaseMs;
  return Math.max(leaseLeftMs, startAt - now) + graceMs + lateMs[kind];
}
