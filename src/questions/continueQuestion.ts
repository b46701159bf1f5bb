import { advanceUntil } from './advance.ts';
import type { QuestionDeps } from './deps.ts';
import { holdLease, isLeased, takeLease } from './lease.ts';
import type { Work } from './ports.ts';
import { endStates } from './question.ts';
import { queueNext } from './queueNext.ts';
import { nextLookMs } from './watchdog.ts';

/** An invocation ends well before the platform would end it; the queue then starts the next one. */
const invocationMs = 5 * 60_000;

/**
 * Carries on the question that a queue message names. Messages may come twice, late, or for a question that has long
 * ended: the row alone says what is to be done.
 */
export async function continueQuestion(work: Work, deps: QuestionDeps): Promise<void> {
  const { questions, queue, clock, log } = deps;
  const { kind, questionId } = work;
  const current = await questions.get(questionId);
  if (current === undefined || endStates.has(current.value.state)) return;

  if (kind !== 'go') {
    // The next look is in the queue before this one does anything: the chain survives us.
    await queue.send(work, nextLookMs(kind, current.value, clock.now()));
  }
  if (isLeased(current.value, clock.now())) return;
  const isWaiting = (current.value.startAt ?? 0) > clock.now();
  if (kind !== 'go' && isWaiting) return;
  const taken = await takeLease(current, deps);
  if (taken === undefined) return;
  if (kind !== 'go') log.info('question.takenOver', { questionId });

  const step = await holdLease(taken, deps, (held) =>
    advanceUntil(held, deps, clock.now() + invocationMs),
  );
  await queueNext(questionId, step, deps);
}
