import { nextDue } from '../../../schedule/nextDue.ts';
import type { Run, Skipped, Subscription } from '../../subscription.ts';

/**
 * What is still to be said of skipped due times after a run's answer was shown: what was skipped while the run was at
 * work, as when the bot was down for days in the midst of it. The answer says nothing of that.
 */
export function withoutSaid(
  { skipped, schedule, timeZone }: Pick<Subscription, 'skipped' | 'schedule' | 'timeZone'>,
  { skipped: said, dueAt }: Run,
): Skipped | undefined {
  const times = (skipped?.times ?? 0) - (said?.times ?? 0);
  return times > 0 ? { times, since: nextDue(schedule, timeZone, dueAt) } : undefined;
}
