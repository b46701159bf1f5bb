import type { Clock } from '../../common/clock.ts';
import type { DueWork, WorkQueue } from '../ports.ts';
import type { Subscription } from '../subscription.ts';
import { startOf } from './startOf.ts';

interface LookDeps {
  looks: WorkQueue<DueWork>;
  clock: Pick<Clock, 'now'>;
}

/** The second look comes this much later, should the first be killed. */
const backupMs = 10_000;

/** Below the queue's seven days, so that the second look keeps its distance, and a week's subscription has a second hop. */
const mostHiddenMs = 6 * 24 * 3_600_000;

/** The row that a look finds is written right after it was queued. */
const leastHiddenMs = 2_000;

/** Whether a look is at the due time that comes next: the writer of the row for a later one may have been killed. */
export function counts({ look }: DueWork, subscription: Subscription): boolean {
  return subscription.paused === undefined && subscription.look <= look;
}

/** Queues both looks at a subscription's next run. Do so before its row is written: what is killed then costs nothing. */
export async function sendLooks(
  subscription: Pick<Subscription, 'id' | 'look' | 'dueAt'>,
  { looks, clock }: LookDeps,
): Promise<void> {
  const { id: subscriptionId, look } = subscription;
  const kinds = ['due', 'due-backup'] as const;
  const waitMs = Math.max(startOf(subscription) - clock.now(), leastHiddenMs);
  await Promise.all(
    kinds.map((kind) => looks.send({ kind, subscriptionId, look }, hiddenMs(kind, waitMs))),
  );
}

/** Hides a look that came too early once more: the queue hides nothing for longer than seven days. */
export async function lookAgain(
  work: DueWork,
  startAt: number,
  { looks, clock }: LookDeps,
): Promise<void> {
  await looks.send(work, hiddenMs(work.kind, startAt - clock.now()));
}

/**
 * Queues the looks once more if the row took so long to be written that they may have come before.
 *
 * @param sentAt when they were queued (ms since 1970)
 */
export async function ensureLooks(
  subscription: Subscription,
  sentAt: number,
  deps: LookDeps,
): Promise<void> {
  if (deps.clock.now() - sentAt >= leastHiddenMs) await sendLooks(subscription, deps);
}

function hiddenMs(kind: DueWork['kind'], waitMs: number): number {
  return Math.min(waitMs, mostHiddenMs) + (kind === 'due-backup' ? backupMs : 0);
}
