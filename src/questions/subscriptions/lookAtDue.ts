import type { QuestionDeps } from '../deps.ts';
import type { DueWork, Versioned } from '../ports.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import type { Subscription } from '../subscription.ts';
import { beginRun } from './beginRun.ts';
import { keepChat } from './keepChat.ts';
import { counts, lookAgain, sendLooks } from './looks.ts';
import { closeSubscription } from './outcomes/closeSubscription.ts';
import { startOf } from './startOf.ts';
import { takeDue } from './takeDue.ts';
import { withPrivacy } from './withPrivacy.ts';

/** Time for another instance that began the same run to write that down. */
const othersMs = 2_000;

/**
 * Looks whether a subscription is due, as a queue message says, and has its question asked if it is. Messages can arrive
 * twice, late, or for a subscription that has long ended: only the row says what to do.
 *
 * Whatever is killed, the next look makes it good: the run's ID follows from its due time, and the looks at the next one
 * are queued before the row says that there is a next one. If no look is left, the sweep queues some.
 */
export async function lookAtDue(work: DueWork, deps: QuestionDeps): Promise<void> {
  const { subscriptions, clock, settings } = deps;
  // The sweep looks at those that were due meanwhile once they are on again.
  if (settings.subscriptions === undefined) return;
  let hasWaited = false;
  const waitForOthers = async () => {
    if (hasWaited) return false;
    hasWaited = true;
    await clock.sleep(othersMs);
    return true;
  };
  await retryOnConflict(clock, async () => {
    const current = await subscriptions.get(work.subscriptionId);
    if (current === undefined || !counts(work, current.value)) return;
    const startAt = startOf(current.value);
    if (startAt > clock.now()) return lookAgain(work, startAt, deps);
    const look = Math.max(current.value.look, work.look) + 1;
    return carryOn(current, look, waitForOthers, deps);
  });
}

/**
 * Takes a due time of a subscription.
 *
 * @param look the number of the next one
 * @param waitForOthers waits once, and returns whether it did
 */
async function carryOn(
  current: Versioned<Subscription>,
  look: number,
  waitForOthers: () => Promise<boolean>,
  deps: QuestionDeps,
): Promise<'conflict' | undefined> {
  const { next: unnumbered, due } = await takeDue(withPrivacy(current.value, deps), deps);
  const next = { ...unnumbered, look };
  // Two that both queued the next looks would meet again at the next due time, and so on.
  if (due && !(await beginRun(due, deps)) && (await waitForOthers())) return 'conflict';
  if (next.paused === undefined) {
    await keepChat(next, deps);
    await sendLooks(next, deps);
  }
  if (!(await deps.subscriptions.replace(current, next))) return 'conflict';
  reportSkipped(current.value, next, deps);
  if (next.paused !== undefined) await closeSubscription(next, deps);
  return undefined;
}

function reportSkipped(
  { id: subscriptionId, skipped: before }: Subscription,
  { skipped }: Subscription,
  { log }: Pick<QuestionDeps, 'log'>,
): void {
  const times = (skipped?.times ?? 0) - (before?.times ?? 0);
  if (times > 0) log.info('subscription.skipped', { subscriptionId, times });
}
