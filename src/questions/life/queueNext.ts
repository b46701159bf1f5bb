import type { QuestionDeps } from '../deps.ts';
import { type Step, waitInPlaceMs } from './steps.ts';

/** After that, the asker is told again, because the wait may have changed. */
const longestWaitMs = 15_000;

/** Queues the question's next step, if there is one. */
export async function queueNext(
  questionId: string,
  step: Step | undefined,
  { queue, clock }: Pick<QuestionDeps, 'queue' | 'clock'>,
): Promise<void> {
  if (step === undefined || step.next === 'end' || step.next === 'parked') return;
  const waitMs = step.next === 'later' ? step.at - clock.now() : 0;
  const delayMs = Math.min(waitMs - waitInPlaceMs, longestWaitMs);
  await queue.send({ kind: 'go', questionId }, Math.max(0, delayMs));
}
