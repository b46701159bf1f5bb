import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import { mayTakeTurn, type SessionTurnDeps } from '../sessions/sessionTurn.ts';
import { type Step, waitInPlaceMs } from './steps.ts';

/** Those who wait longer are told again, as the wait may have changed: after this, or a quarter of the wait. */
const tellAgainMs = 15_000;

/** Queues the question's next step, if there is one. Give up its lease before. */
export async function queueNext(
  question: Question,
  step: Step | undefined,
  deps: SessionTurnDeps & Pick<QuestionDeps, 'queue'>,
): Promise<void> {
  const { queue, clock } = deps;
  const { id: questionId } = question;
  if (step === undefined || step.next === 'end') return;
  // A message that woke it while we still held the lease was dropped.
  if (step.next === 'parked' && !(await mayTakeTurn(question, deps))) return;
  const waitMs = step.next === 'later' ? step.at - clock.now() : 0;
  const delayMs = Math.min(waitMs - waitInPlaceMs, Math.max(tellAgainMs, waitMs / 4));
  await queue.send({ kind: 'go', questionId }, Math.max(0, delayMs));
}
