import type { QuestionDeps } from '../deps.ts';
import type { DueWork } from '../ports.ts';
import { caughtUpMs } from './isLate.ts';
import { counts } from './looks.ts';

type RescueDeps = Pick<QuestionDeps, 'subscriptions' | 'looks' | 'clock' | 'log'>;

/** Well within the hour in which a run is caught up. */
const lookAgainMs = 5 * 60_000;

/**
 * A look at a subscription failed too often to be redelivered. It's repeated later, since the cause may have been storage
 * or a setting, for as long as its due time can be caught up. After that the sweep's looks are enough: repeated for ever,
 * each of them would add to those before.
 *
 * @param look `undefined` if the message could not be read
 */
export async function rescueSubscription(
  look: DueWork | undefined,
  deps: RescueDeps,
): Promise<void> {
  const { kind: _, ...about } = look ?? {};
  deps.log.error('queue.poison', about);
  if (look && (await isWorthwhile(look, deps))) await deps.looks.send(look, lookAgainMs);
}

/** If that can't be found out, it is: then the sweep finds nothing either. */
async function isWorthwhile(
  look: DueWork,
  { subscriptions, clock, log }: RescueDeps,
): Promise<boolean> {
  const { subscriptionId } = look;
  try {
    const subscription = (await subscriptions.get(subscriptionId))?.value;
    if (subscription === undefined || !counts(look, subscription)) return false;
    return clock.now() <= subscription.dueAt + caughtUpMs;
  } catch (error) {
    log.warn('subscription.unread', { subscriptionId, error });
    return true;
  }
}
