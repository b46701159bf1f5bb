import { mapAtMost } from '../../common/mapAtMost.ts';
import type { QuestionDeps } from '../deps.ts';
import { sendLooks } from './looks.ts';

/** After three weeks without the app, no message is left of any subscription. */
const atOnce = 10;

/**
 * Queues looks at subscriptions that should have been looked at: their messages were lost, or subscriptions were off.
 *
 * @returns their number
 */
export async function lookAtOverdue(
  deps: Pick<QuestionDeps, 'subscriptions' | 'looks' | 'clock' | 'settings'>,
): Promise<number> {
  const { subscriptions, clock, settings } = deps;
  if (settings.subscriptions === undefined) return 0;
  const overdue = await subscriptions.listOverdue(clock.now());
  await mapAtMost(atOnce, overdue, (each) => sendLooks(each, deps));
  return overdue.length;
}
