import { purgeDue } from '../deletedChats/purgeDue.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Store } from '../ports.ts';
import { lookAtOverdue } from '../subscriptions/lookAtOverdue.ts';
import { forgetWords } from './forgetWords.ts';

/** After this long without an owner, a question may have lost its watchdogs; one more does no harm. */
const forgottenMs = 10 * 60_000;

/**
 * Deletes what has expired, queues questions that even the watchdogs missed and subscriptions that no message looks
 * at, forgets the text of questions that ended long ago, and carries out the deletions of chats. Safe to run twice at
 * the same time.
 *
 * @param others stores that the life of a question doesn't know
 */
export async function sweep(
  deps: QuestionDeps,
  others: readonly Pick<Store<unknown>, 'deleteExpired'>[] = [],
): Promise<void> {
  const { sessions, questions, allowances, ownChats, signIns, subscriptions } = deps;
  const { queue, clock, log } = deps;
  const now = clock.now();
  const [expiredSessions, expiredQuestions, abandoned] = await Promise.all([
    sessions.deleteExpired(now),
    questions.deleteExpired(now),
    questions.listAbandoned(now - forgottenMs),
    allowances.deleteExpired(now),
    signIns.deleteExpired(now),
    ownChats.deleteExpired(now),
    subscriptions.deleteExpired(now),
    ...others.map((store) => store.deleteExpired(now)),
  ]);
  for (const { id } of abandoned) await queue.send({ kind: 'watch', questionId: id });
  const overdue = await lookAtOverdue(deps);
  const forgottenWords = await forgetWords(deps);
  const purgedChats = await purgeDue(deps);
  log.info('sweep.done', {
    expiredSessions,
    expiredQuestions,
    abandoned: abandoned.length,
    overdue,
    forgottenWords,
    purgedChats,
  });
}
