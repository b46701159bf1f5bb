import { nextDue } from '../../schedule/nextDue.ts';
import type { QuestionDeps } from '../deps.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import type { Subscription } from '../subscription.ts';
import { keepChat } from './keepChat.ts';
import { keptUntil } from './keptUntil.ts';
import { ensureLooks, sendLooks } from './looks.ts';
import { skipPassed } from './outcomes/skipPassed.ts';
import { withPrivacy } from './withPrivacy.ts';

/** What its owner changes; `undefined` removes something. */
export type SubscriptionChange = {
  [Key in 'place' | 'text' | 'schedule' | 'timeZone']?: Subscription[Key];
} & {
  [Key in 'condition' | 'spaceId' | 'isPrivate']?: Subscription[Key] | undefined;
};

type ChangeDeps = Pick<
  QuestionDeps,
  'subscriptions' | 'chats' | 'looks' | 'clock' | 'settings' | 'log'
>;

/**
 * Changes a subscription. It's active from then on, and what was begun before is not shown.
 *
 * @returns `undefined` if it has ended
 */
export async function changeSubscription(
  id: string,
  change: SubscriptionChange,
  deps: ChangeDeps,
): Promise<Subscription | undefined> {
  const { subscriptions, clock } = deps;
  return retryOnConflict(clock, async () => {
    const current = await subscriptions.get(id);
    if (current === undefined) return undefined;
    const skipped = withSkippedNow(current.value, clock.now());
    const next = withPrivacy(changed(skipped, change, clock.now()), deps);
    await keepChat(next, deps);
    const sentAt = clock.now();
    await sendLooks(next, deps);
    if (!(await subscriptions.replace(current, next))) return 'conflict';
    await ensureLooks(next, sentAt, deps);
    return next;
  });
}

/** Resumes a subscription: due times in the meantime were meant to pass. One that isn't paused goes on as it was. */
export async function resumeSubscription(
  id: string,
  deps: ChangeDeps,
): Promise<Subscription | undefined> {
  const current = (await deps.subscriptions.get(id))?.value;
  return current?.paused === undefined ? current : changeSubscription(id, {}, deps);
}

/**
 * Pauses a subscription for its owner: a run that has begun isn't shown.
 *
 * @returns `undefined` if it has ended
 */
export async function pauseSubscription(
  id: string,
  { subscriptions, clock, log }: Pick<ChangeDeps, 'subscriptions' | 'clock' | 'log'>,
): Promise<Subscription | undefined> {
  return retryOnConflict(clock, async () => {
    const current = await subscriptions.get(id);
    if (current === undefined || current.value.paused === 'owner') return current?.value;
    const { revision } = current.value;
    const next: Subscription = { ...current.value, revision: revision + 1, paused: 'owner' };
    if (!(await subscriptions.replace(current, next))) return 'conflict';
    log.info('subscription.paused', { subscriptionId: id, reason: 'owner' });
    return next;
  });
}

/** After the bot was down, its owner can be faster than the looks at what was due. */
function withSkippedNow(subscription: Subscription, now: number): Subscription {
  return subscription.paused === undefined ? skipPassed(subscription, now + 1) : subscription;
}

function changed(
  { paused: _resumed, failures: _over, skipped, seen, ...before }: Subscription,
  change: SubscriptionChange,
  now: number,
): Subscription {
  const entries = Object.entries({ ...before, ...change });
  const subscription = Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as Subscription;
  const { schedule, timeZone, run, revision, look } = subscription;
  // Not what it was shown for already, by another instance's clock.
  const after = run?.isLearned ? Math.max(now, run.dueAt) : now;
  const dueAt = nextDue(schedule, timeZone, after);
  const isCompared = asksOf(subscription) === asksOf(before);
  return {
    ...subscription,
    ...(seen && isCompared && { seen }),
    ...(skipped && { skipped }),
    revision: revision + 1,
    look: look + 1,
    dueAt,
    expiresAt: keptUntil(dueAt),
  };
}

/** Where the figure of a condition comes from: one from elsewhere says nothing about it. */
function asksOf({ text, spaceId, condition }: Omit<Subscription, 'seen'>): string {
  return JSON.stringify([text, spaceId, condition && 'of' in condition ? condition.of : undefined]);
}
