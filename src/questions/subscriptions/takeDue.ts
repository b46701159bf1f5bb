import { nextDue } from '../../schedule/nextDue.ts';
import type { QuestionDeps } from '../deps.ts';
import { endStates, type Question } from '../question.ts';
import type { Subscription } from '../subscription.ts';
import { isLate } from './isLate.ts';
import { keptUntil } from './keptUntil.ts';
import { runIdOf } from './newRun.ts';
import type { OwnerReason } from './outcomes/ownerReasonOf.ts';
import { withFailure } from './outcomes/withFailure.ts';
import { withLearned } from './outcomes/withLearned.ts';
import { withSkipped } from './outcomes/withSkipped.ts';
import { passMissed } from './passMissed.ts';
import { startOf } from './startOf.ts';

type TakeDeps = Pick<QuestionDeps, 'questions' | 'identities' | 'owners' | 'clock' | 'log'>;

/** What a due time brings. */
interface Taken {
  /** The subscription after it. */
  next: Subscription;
  /** The subscription at it, if its question is to be asked. */
  due?: Subscription;
}

/**
 * Decides what becomes of a subscription's due time, and of all that were missed before. Writes nothing: asked twice, it
 * says the same, as long as the world is the same.
 */
export async function takeDue(subscription: Subscription, deps: TakeDeps): Promise<Taken> {
  const { learned, isAwaited } = await learnLatest(subscription, deps);
  if (learned.paused !== undefined) return { next: learned };
  const due = await passMissed(learned, deps);
  if (due.paused !== undefined || startOf(due) > deps.clock.now()) return { next: kept(due) };
  // The run before still waits for its owner to sign in: the answer to that is enough.
  if (isAwaited) return { next: afterDue(withSkipped(due, due.dueAt), deps) };
  const reason = await findReason(due, deps);
  if (reason !== undefined) {
    deps.log.warn('subscription.notAsked', { subscriptionId: due.id, reason });
    // Once it goes on, its owner learns that there was no answer.
    const skipped = withSkipped(due, due.dueAt);
    return { next: afterDue(withFailure(skipped, { reason, code: reason }), deps) };
  }
  const run = { questionId: runIdOf(due), dueAt: due.dueAt };
  return { next: afterDue({ ...due, run }, deps), due };
}

/** What the latest run ended with, if that isn't known yet, and whether its owner still has to sign in for it. */
async function learnLatest(
  subscription: Subscription,
  { questions, identities, clock }: TakeDeps,
): Promise<{ learned: Subscription; isAwaited: boolean }> {
  const { run } = subscription;
  const nothing = { learned: subscription, isAwaited: false };
  if (run === undefined || run.isLearned) return nothing;
  const found = await questions.get(run.questionId);
  if (found === undefined) return nothing;
  const { value: question } = found;
  const isOurs = question.run?.revision === subscription.revision;
  const isLost = isOurs && isLeftLying(question, clock.now());
  return {
    learned: isLost
      ? { ...withSkipped(subscription, run.dueAt), run: { ...run, isLearned: true } }
      : withLearned(subscription, question, identities),
    isAwaited: isOurs && !isLost && question.state === 'signing-in',
  };
}

/**
 * It will end as late, or has waited too long for a sign-in and nobody was there to end it; by then the subscription looks
 * at the next run. What Genie may be getting is seen through.
 */
function isLeftLying(question: Question, now: number): boolean {
  const { state, signIn } = question;
  if (state === 'signing-in') return (signIn?.until ?? 0) <= now;
  return !endStates.has(state) && state !== 'asking' && isLate(question, now);
}

/** What speaks against asking for the owner. If that can't be found out, nothing does. */
async function findReason(
  { id: subscriptionId, place }: Subscription,
  { owners, log }: TakeDeps,
): Promise<OwnerReason | undefined> {
  try {
    return await owners.whyNot(place);
  } catch (error) {
    log.warn('subscription.ownerUnknown', { subscriptionId, error });
    return undefined;
  }
}

function afterDue(due: Subscription, { clock }: Pick<QuestionDeps, 'clock'>): Subscription {
  if (due.paused !== undefined) return due;
  const { schedule, timeZone, dueAt } = due;
  return kept({ ...due, dueAt: nextDue(schedule, timeZone, Math.max(dueAt, clock.now())) });
}

function kept(subscription: Subscription): Subscription {
  return { ...subscription, expiresAt: keptUntil(subscription.dueAt) };
}
