import type { QuestionDeps } from '../deps.ts';
import { type Step, waitInPlaceMs } from './steps.ts';

/** Those who wait longer are told again, as the wait may have changed: after this, or a quarter of the wait. */
const tellAgainMs = 15_000;

/** Has the queue carry a question on, where there is something left to do. */
export async function queueNext(
  questionId: string,
  step: Step | undefined,
  { queue, clock }: Pick<QuestionDeps, 'queue' | 'clock'>,
): Promise<void> {
  if (step === undefined || step.next === 'end' || step.next === 'parked') return;
  const waitMs = step.next === 'later' ? step.at - clock.now() : 0;
  const delayMs = Math.min(waitMs - waitInPlaceMs, Math.max(tellAgainMs, waitMs / 4));
  await queue.send({ kind: 'go', questionId }, Math.max(0, delayMs));
}
