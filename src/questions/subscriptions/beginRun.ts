import type { QuestionDeps } from '../deps.ts';
import { leaseMs } from '../ownership/lease.ts';
import { setWatchdogs } from '../ownership/watchdog.ts';
import type { Place } from '../place.ts';
import type { Subscription } from '../subscription.ts';
import { newRun } from './newRun.ts';

type BeginDeps = Pick<
  QuestionDeps,
  'questions' | 'queue' | 'owners' | 'clock' | 'settings' | 'log'
>;

/**
 * Has a subscription's question asked for its due time. From then on it can't be lost, as with a question that is typed:
 * the watchdogs are queued before its row is there.
 *
 * @returns whether this was the first try: a later one changes nothing
 */
export async function beginRun(subscription: Subscription, deps: BeginDeps): Promise<boolean> {
  const { questions, queue, clock, log } = deps;
  const place = await findPlace(subscription, deps);
  const question = newRun(subscription, place, deps);
  const { id: questionId } = question;
  const watchedAt = clock.now();
  await setWatchdogs(questionId, queue);
  if ((await questions.insert(question)) === undefined) return false;
  const { id: subscriptionId } = subscription;
  log.info('question.accepted', { questionId, subscriptionId, channel: place.channelId });
  // The first ones may have looked already and found no question.
  if (clock.now() - watchedAt >= leaseMs) await setWatchdogs(questionId, queue);
  await queue.send({ kind: 'go', questionId });
  return true;
}

/** Where its owner is reached now; if that can't be found out, where they subscribed. */
async function findPlace(
  { id: subscriptionId, place }: Subscription,
  { owners, log }: BeginDeps,
): Promise<Place> {
  try {
    return await owners.placeNow(place);
  } catch (error) {
    log.warn('subscription.placeUnknown', { subscriptionId, error });
    return place;
  }
}
