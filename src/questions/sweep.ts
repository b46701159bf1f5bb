import type { QuestionDeps } from './deps.ts';

/** A question that nobody has touched for so long has lost its watchdog. */
const forgottenMs = 10 * 60_000;

/**
 * Deletes what expired, and puts questions back into the queue that even the watchdog missed. Safe to run twice at the
 * same time.
 */
export async function sweep(deps: QuestionDeps): Promise<void> {
  const { sessions, questions, queue, clock, log } = deps;
  const now = clock.now();
  const [expiredSessions, expiredQuestions, abandoned] = await Promise.all([
    sessions.deleteExpired(now),
    questions.deleteExpired(now),
    questions.listAbandoned(now - forgottenMs),
  ]);
  for (const { id } of abandoned) await queue.send({ kind: 'watch', questionId: id });
  log.info('sweep.done', { expiredSessions, expiredQuestions, abandoned: abandoned.length });
}
