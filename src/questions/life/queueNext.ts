import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import { mayTakeTurn, type SessionTurnDeps } from '../sessions/sessionTurn.ts';
import { type Step, waitInPlaceMs } from '../steps/step.ts';

/**
 * Those who wait longer are looked at again, as the wait may have changed: after a quarter of it, within these bounds.
 * The longest is well within the time that a place in line is kept.
 */
const lookAgainMs = { least: 15_000, most: 60_000 };

/** Nobody reads how long a run still waits, and hundreds may. */
const lookAtRunMs = { least: 60_000, most: 5 * 60_000 };

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
  const { least, most } = question.run ? lookAtRunMs : lookAgainMs;
  const isSure = step.next === 'later' && step.isSure === true;
  const lookMs = isSure ? waitMs : Math.min(Math.max(waitMs / 4, least), most);
  const delayMs = Math.min(waitMs - waitInPlaceMs, lookMs);
  await queue.send({ kind: 'go', questionId }, Math.max(0, delayMs));
}
