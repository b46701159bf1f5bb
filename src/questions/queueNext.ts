import type { QuestionDeps } from './deps.ts';
import type { Question } from './question.ts';
import { isNextInTurn } from './sessionTurn.ts';
import { type Step, waitInPlaceMs } from './steps.ts';

/** Who waits longer is told anew, as the wait may have changed. */
const longestWaitMs = 15_000;

/** Has the queue carry a question on, where there is something left to do. Our lease of it is given up before. */
export async function queueNext(
  question: Question,
  step: Step | undefined,
  { queue, clock, sessions }: Pick<QuestionDeps, 'queue' | 'clock' | 'sessions'>,
): Promise<void> {
  const { id: questionId } = question;
  if (step === undefined || step.next === 'end') return;
  // Whoever gave it the turn while we still held the lease woke it in vain.
  if (step.next === 'parked' && !(await isNextInTurn(question, sessions))) return;
  const waitMs = step.next === 'later' ? step.at - clock.now() : 0;
  const delayMs = Math.min(waitMs - waitInPlaceMs, longestWaitMs);
  await queue.send({ kind: 'go', questionId }, Math.max(0, delayMs));
}
