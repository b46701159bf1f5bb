import type { Run } from '../../src/questions/subscription.ts';
import { now } from './storedValues.ts';

/** One due time of a subscription to something every day at 9:00, with what `changes` says. */
export function aRun(changes: Partial<Run> = {}): Run {
  return {
    subscriptionId: `${'a'.repeat(32)}-${'b'.repeat(32)}`,
    revision: 0,
    dueAt: now,
    schedule: { every: 'day', at: { hour: 9, minute: 0 } },
    timeZone: 'UTC',
    ...changes,
  };
}
