import { describe, expect, it } from 'vitest';
import type { Run, Skipped } from '../../../../src/questions/subscription.ts';
import { withoutSaid } from '../../../../src/questions/subscriptions/outcomes/withoutSaid.ts';

const day = 24 * 3_600_000;
const monday = Date.UTC(2026, 10, 23, 9);

const subscription = (skipped?: Skipped) => ({
  schedule: { every: 'day', at: { hour: 9, minute: 0 } } as const,
  timeZone: 'UTC',
  ...(skipped && { skipped }),
});

const run = (skipped?: Skipped): Run => ({
  ...subscription(skipped),
  subscriptionId: 'one',
  revision: 1,
  dueAt: monday,
});

describe('what is still to be said of skipped due times', () => {
  it('is nothing once an answer has said it', () => {
    const skipped = { times: 2, since: monday - 2 * day };
    expect(withoutSaid(subscription(skipped), run(skipped))).toBeUndefined();
    expect(withoutSaid(subscription(), run())).toBeUndefined();
  });

  it('is what was skipped while its run was at work, for the bot was down in the midst of it', () => {
    const said = { times: 2, since: monday - 2 * day };
    const all = { times: 3, since: said.since };
    expect(withoutSaid(subscription(all), run(said))).toEqual({ times: 1, since: monday + day });
    const later = { times: 2, since: monday + day };
    expect(withoutSaid(subscription(later), run())).toEqual(later);
  });
});
