import type { QuestionDeps } from '../deps.ts';
import { holdLease, takeLease } from '../ownership/lease.ts';
import { ensureTurnPassed } from '../ownership/passTurn.ts';
import { nextLookMs, parkedLookMs, type Watchdog } from '../ownership/watchdog.ts';
import type { Versioned, Work } from '../ports.ts';
import { endStates, isLeased, type Question } from '../question.ts';
import { mayTakeTurn } from '../sessions/sessionTurn.ts';
import { ensureStreamEnded } from '../steps/showCancelled.ts';
import { advanceUntil } from './advance.ts';
import { giveUp } from './giveUp.ts';
import { queueNext } from './queueNext.ts';

/** Well before the platform would end the invocation; the queue then starts the next one. */
const invocationMs = 5 * 60_000;

/** Attempts that may crash, in one state, before the question is given up. */
const mostUnfinished = 20;

/**
 * Carries on the question in a queue message. Messages may arrive twice, late, or for a question that has long ended:
 * only the row says what to do.
 */
export async function continueQuestion(
  { kind, questionId }: Work,
  deps: QuestionDeps,
): Promise<void> {
  if (kind !== 'go') return lookAfter(kind, questionId, deps);
  const current = await deps.questions.get(questionId);
  if (isOpen(current)) await carryOn(current, deps);
}

/**
 * A watchdog's look at a question. The next look is queued before this one does anything, so the chain survives a kill.
 * From then on the message must not fail: each redelivery would enqueue yet another one.
 */
async function lookAfter(kind: Watchdog, questionId: string, deps: QuestionDeps): Promise<void> {
  const { questions, queue, clock, log } = deps;
  const lookAgain = (question?: Question) =>
    queue.send({ kind, questionId }, nextLookMs(kind, question, clock.now()));
  let current: Versioned<Question> | undefined;
  let isParked: boolean;
  try {
    current = await questions.get(questionId);
    isParked =
      current?.value.parked === true &&
      current.value.state === 'received' &&
      !(await mayTakeTurn(current.value, deps));
  } catch (error) {
    await lookAgain();
    log.warn('question.unread', { questionId, error });
    return;
  }
  if (current && endStates.has(current.value.state)) {
    await ensureTurnPassed(current.value, deps);
    return ensureStreamEnded(current.value, deps);
  }
  if (!isOpen(current)) return;
  if (isParked) {
    // The end of the question before it wakes it, and sets its watchdogs. This is for the case that all of that fails.
    if (kind === 'watch') await queue.send({ kind, questionId }, parkedLookMs);
    return;
  }
  await lookAgain(current.value);
  if ((current.value.startAt ?? 0) > clock.now()) return;
  try {
    if (await carryOn(current, deps)) log.info('question.takenOver', { questionId });
  } catch (error) {
    log.error('question.stepFailed', { questionId, error });
  }
}

/** Works on a question unless it has an owner; returns whether it did. */
async function carryOn(current: Versioned<Question>, deps: QuestionDeps): Promise<boolean> {
  const { clock } = deps;
  if (isLeased(current.value, clock.now())) return false;
  const taken = await takeLease(current, deps);
  if (taken === undefined) return false;
  const step = await holdLease(taken, deps, async (held) => {
    if ((held.question.unfinished ?? 0) > mostUnfinished) await giveUp(held, deps);
    return advanceUntil(held, deps, clock.now() + invocationMs);
  });
  await queueNext(taken.value, step, deps);
  return true;
}

function isOpen(current: Versioned<Question> | undefined): current is Versioned<Question> {
  return current !== undefined && !endStates.has(current.value.state);
}
