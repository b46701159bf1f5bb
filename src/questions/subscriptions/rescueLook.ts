import type { QuestionDeps } from '../deps.ts';
import type { DueWork } from '../ports.ts';
import { caughtUpMs } from './isLate.ts';
import { counts } from './looks.ts';

type RescueDeps = Pick<QuestionDeps, 'subscriptions' | 'queue' | 'clock' | 'log'>;

/** Well within the hour in which a run is caught up. */
const lookAgainMs = 5 * 60_000;

/**
 * Repeats a look that failed too often, for as long as its due time can be caught up. After that the sweep's looks are
 * enough: repeated for ever, each of them would add to those before.
 */
export async function rescueLook(work: DueWork, deps: RescueDeps): Promise<void> {
  if (await isWorthwhile(work, deps)) await deps.queue.send(work, lookAgainMs);
}

/** If that can't be found out, it is: then the sweep finds nothing either. */
async function isWorthwhile(
  work: DueWork,
  { subscriptions, clock, log }: RescueDeps,
): Promise<boolean> {
  const { subscriptionId } = work;
  try {
    const subscription = (await subscriptions.get(subscriptionId))?.value;
    if (subscription === undefined || !counts(work, subscription)) return false;
    return clock.now() <= subscription.dueAt + caughtUpMs;
  } catch (error) {
    log.warn('subscription.unread', { subscriptionId, error });
    return true;
  }
}
