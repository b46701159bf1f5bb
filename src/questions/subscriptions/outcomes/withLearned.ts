import type { ErrorCode } from '../../../common/errors.ts';
import { endStates, type Question } from '../../question.ts';
import type { Figure, Run, Subscription } from '../../subscription.ts';
import { figureToKeep } from './figureToKeep.ts';
import { ownerReasonOf } from './ownerReasonOf.ts';
import { withFailure } from './withFailure.ts';
import { withoutSaid } from './withoutSaid.ts';
import { withSkipped } from './withSkipped.ts';

/** Ended by people, and not a failure. */
const byPeople: ReadonlySet<ErrorCode | undefined> = new Set<ErrorCode>([
  'cancelled-by-asker',
  'cleared-by-admin',
]);

/**
 * A subscription with what its latest run ended with. It learns that once, and nothing of a run that has not ended, or
 * that was begun before its owner changed it. One whose chat is gone ends as if its owner was.
 */
export function withLearned(
  subscription: Subscription,
  question: Question,
  about: { arePersonal: boolean },
): Subscription {
  const { run, revision } = subscription;
  if (run?.questionId !== question.id || run.isLearned || !endStates.has(question.state)) {
    return subscription;
  }
  const learned: Subscription = { ...subscription, run: { ...run, isLearned: true } };
  if (question.run?.revision !== revision) return learned;
  return question.state === 'delivered'
    ? afterAnswer(learned, question, question.run)
    : afterFailure(learned, question, question.run, about);
}

function afterAnswer(learned: Subscription, question: Question, run: Run): Subscription {
  const { failures: _over, skipped: before, ...subscription } = learned;
  const skipped = run.silent ? before : withoutSaid(learned, run);
  const seen = seenBy(question, run) ?? learned.seen;
  return { ...subscription, ...(skipped && { skipped }), ...(seen && { seen }) };
}

function seenBy({ askedAt }: Question, { condition, finding, dueAt }: Run): Figure | undefined {
  return condition && finding && figureToKeep(condition, finding, askedAt ?? dueAt);
}

function afterFailure(
  subscription: Subscription,
  question: Question,
  { silent, dueAt }: Run,
  about: { arePersonal: boolean },
): Subscription {
  const { failure, answerActivityId, endedAt } = question;
  const code = failure?.code ?? 'internal';
  if (code === 'chat-deleted') return endedWithChat(subscription);
  if (silent === 'late') return withSkipped(subscription, dueAt);
  if (silent === 'over' || byPeople.has(code)) return subscription;
  // Who hasn't signed in for one answer gets the next. A card asks them to, so it's no failure that they were told of.
  if (code === 'sign-in-late') return withSkipped(subscription, dueAt);
  return withFailure(subscription, {
    reason: ownerReasonOf(question, about),
    code,
    toldAt: answerActivityId === undefined ? undefined : (endedAt ?? dueAt),
  });
}

/** Without a failure: there is nowhere to tell anyone. */
function endedWithChat({ failures: _none, ...subscription }: Subscription): Subscription {
  return { ...subscription, paused: 'gone' };
}
