import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import type { Subscription } from '../subscription.ts';
import { closeSubscription } from './outcomes/closeSubscription.ts';
import { withLearned } from './outcomes/withLearned.ts';

type LearnDeps = Pick<
  QuestionDeps,
  'subscriptions' | 'identities' | 'owners' | 'courier' | 'clock' | 'log'
>;

/**
 * Tells a subscription what its run has ended with. Best effort, and harmless if done twice: what isn't learned here is
 * learned before the next run begins.
 */
export async function learnRun(question: Question, deps: LearnDeps): Promise<void> {
  const { subscriptionId } = question.run ?? {};
  if (subscriptionId === undefined) return;
  try {
    const learned = await write(subscriptionId, question, deps);
    if (learned?.paused !== undefined) await closeSubscription(learned, deps);
  } catch (error) {
    deps.log.warn('subscription.notLearned', { questionId: question.id, error });
  }
}

/** @returns the subscription if this was what made it learn */
async function write(
  id: string,
  question: Question,
  { subscriptions, identities, clock }: LearnDeps,
): Promise<Subscription | undefined> {
  return retryOnConflict(clock, async () => {
    const current = await subscriptions.get(id);
    if (current === undefined) return undefined;
    const learned = withLearned(current.value, question, identities);
    if (learned === current.value) return undefined;
    const written = await subscriptions.replace(current, learned);
    // One that its owner has paused is learned about, too.
    const isClosed = learned.paused !== current.value.paused;
    return written ? (isClosed ? learned : undefined) : 'conflict';
  });
}
