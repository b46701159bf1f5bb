import { createHash } from 'node:crypto';
import type { Subscription } from '../subscription.ts';

const minuteMs = 60_000;

/** Genie needs some time to answer: so much of it everyone has. */
const leastMs = minuteMs;

/** Those who are due at the same minute are spread over this time before that. */
const spreadMs = 14 * minuteMs;

/**
 * When a subscription's next run begins (ms since 1970): between a quarter of an hour and a minute before it's due, each
 * at its own time.
 */
export function startOf({ id, dueAt }: Pick<Subscription, 'id' | 'dueAt'>): number {
  const drawn = createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32;
  return dueAt - leastMs - Math.floor(drawn * spreadMs);
}
