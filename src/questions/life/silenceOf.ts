import type { QuestionDeps } from '../deps.ts';
import { endStates, type Question } from '../question.ts';
import type { Silence } from '../subscription.ts';
import { isLate } from '../subscriptions/isLate.ts';
import { whySilent } from '../subscriptions/whySilent.ts';

/**
 * Why a run is to end without a word, as far as its answer doesn't decide that; `undefined`: it goes on. What Genie may be
 * getting is seen through, as someone has to know of its conversation, and so is what may be on the screen.
 */
export async function silenceOf(
  question: Question,
  deps: Pick<QuestionDeps, 'subscriptions' | 'settings' | 'clock'>,
): Promise<Silence | undefined> {
  const { run, state, sending } = question;
  const isSeenThrough = state === 'asking' || sending !== undefined || endStates.has(state);
  if (run === undefined || isSeenThrough) return undefined;
  return isLate(question, deps.clock.now()) ? 'late' : whySilent(question, deps);
}
