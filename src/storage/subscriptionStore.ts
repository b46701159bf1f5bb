import type { Clock } from '../common/clock.ts';
import type { SubscriptionStore } from '../questions/ports.ts';
import type { Subscription } from '../questions/subscription.ts';
import { createDocumentStore, toDate } from './rows/documentStore.ts';
import type { RowKey, Rows } from './rows/rows.ts';

/** Subscriptions, one partition to an owner. */
export function createSubscriptionStore(rows: Rows, clock: Clock): SubscriptionStore {
  const { listPages, listDue, ...store } = createDocumentStore<Subscription>(rows, clock, {
    name: 'subscription',
    keyOf: subscriptionKey,
    columnsOf: ({ dueAt, paused }) => ({ dueAt: toDate(dueAt), paused }),
    dueAt: overdueAt,
  });
  return {
    ...store,
    async listAll(owner) {
      const found: Subscription[] = [];
      for await (const page of listPages({ partition: partitionOf(owner) })) found.push(...page);
      return found.sort((one, other) => one.createdAt - other.createdAt);
    },
    async listOverdue(now) {
      // One whose time was put off is found too early.
      const found = await listDue(now);
      return found.filter((each) => each.paused === undefined && overdueAt(each) <= now);
    },
  };
}

/**
 * Its run begins before it's due, and moves that on: by then, its queue messages were lost. The sweep runs on the hour,
 * when most are due: so these are still on time, and all others within the hour.
 */
function overdueAt({ paused, dueAt, expiresAt }: Subscription): number {
  return paused === undefined ? dueAt : expiresAt;
}

/** The id is `<owner>-<digits>`, and neither part has a `-` of its own. */
function subscriptionKey(id: string): RowKey {
  const [owner = '', row = ''] = id.split('-');
  return { partition: partitionOf(owner), row };
}

function partitionOf(owner: string): string {
  return `owner_${owner}`;
}
