import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import { isNextInTurn } from '../sessions/sessionTurn.ts';
import { type Step, waitInPlaceMs } from './steps.ts';

/** After that, the asker is told again, because the wait may have changed. */
const longestWaitMs = 15_000;

/** Queues the question's next step, if there is one. Give up its lease before. */
export async function queueNext(
  question: Question,
  step: Step | undefined,
  deps: Pick<QuestionDeps, 'queue' | 'clock' | 'sessions'>,
): Promise<void> {
  const { queue, clock } = deps;
  const { id: questionId } = question;
  if (step === undefined || step.next === 'end') return;
  // A message that woke it while we still held the lease was dropped.
  if (step.next === 'parked' && !(await isNextInTurn(question, deps))) return;
  const waitMs = step.next === 'later' ? step.at - clock.now() : 0;
  const delayMs = Math.min(waitMs - waitInPlaceMs, longestWaitMs);
  await queue.send({ kind: 'go', questionId }, Math.max(0, delayMs));
}
