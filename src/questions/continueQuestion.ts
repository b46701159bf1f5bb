import { advanceUntil } from './advance.ts';
import type { QuestionDeps } from './deps.ts';
import { graceMs, holdLease, isLeased, leaseMs, takeLease } from './lease.ts';
import type { Work } from './ports.ts';
import { endStates, type Question } from './question.ts';
import { queueNext } from './queueNext.ts';

/** An invocation ends well before the platform would end it; the queue then starts the next one. */
const invocationMs = 5 * 60_000;

/**
 * Carries on the question that a queue message names. Messages may come twice, late, or for a question that has long
 * ended: the row alone says what is to be done.
 */
export async function continueQuestion(work: Work, deps: QuestionDeps): Promise<void> {
  const { questions, queue, clock, log } = deps;
  const current = await questions.get(work.questionId);
  if (current === undefined || endStates.has(current.value.state)) return;

  if (work.kind === 'watch') {
    // The next look is in the queue before this one does anything: the chain survives us.
    await queue.send(work, nextLookMs(current.value, clock.now()));
  }
  if (isLeased(current.value, clock.now())) return;
  const isWaiting = (current.value.startAt ?? 0) > clock.now();
  if (work.kind === 'watch' && isWaiting) return;
  const taken = await takeLease(current, deps);
  if (taken === undefined) return;
  if (work.kind === 'watch') log.info('question.takenOver', { questionId: work.questionId });

  const step = await holdLease(taken, deps, (held) =>
    advanceUntil(held, deps, clock.now() + invocationMs),
  );
  await queueNext(work.questionId, step, deps);
}

/** How long until the question must have shown a sign of life, if somebody cares for it. */
function nextLookMs({ lease, startAt = 0 }: Question, now: number): number {
  const leaseLeftMs = lease && lease.until > now ? lease.until - now : leaseMs;
  return Math.max(leaseLeftMs, startAt - now) + graceMs;
}
