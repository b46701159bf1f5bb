import type { QuestionDeps } from '../deps.ts';
import { questionIdOf } from '../ids.ts';
import { newQuestion } from '../newQuestion.ts';
import type { Place } from '../place.ts';
import type { Question } from '../question.ts';
import type { Run, Subscription } from '../subscription.ts';

/** The question that asks what a subscription is due to ask: one for each due time of each revision. */
export function runIdOf({ id, place, revision, dueAt }: Subscription): string {
  return questionIdOf(place, `subscription:${id}:${revision}:${dueAt}`);
}

/**
 * The row of a subscription's next run, as a question that is typed has one.
 *
 * @param place where its owner is reached now
 */
export function newRun(
  subscription: Subscription,
  place: Place,
  deps: Pick<QuestionDeps, 'clock' | 'settings'>,
): Question {
  const { text, asker, askerKnownBy, spaceId, isPrivate } = subscription;
  const known = askerKnownBy && { askerKnownBy };
  const question = newQuestion({ id: runIdOf(subscription), place, text, asker, ...known }, deps);
  return {
    ...question,
    ...(spaceId && { spaceId }),
    // Its owner knows where the answers go.
    ...(isPrivate && { isPrivate, note: { says: 'private' } }),
    run: runOf(subscription),
  };
}

function runOf(subscription: Subscription): Run {
  const { id: subscriptionId, revision, dueAt, schedule, timeZone } = subscription;
  const { condition, skipped, seen, failures } = subscription;
  return {
    subscriptionId,
    revision,
    dueAt,
    schedule,
    timeZone,
    ...(condition && { condition }),
    ...(skipped && { skipped }),
    ...(condition && seen && { before: seen }),
    ...(failures?.toldAt !== undefined && { isTold: true }),
  };
}
