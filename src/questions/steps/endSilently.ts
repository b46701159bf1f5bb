import type { QuestionDeps } from '../deps.ts';
import type { Change, HeldQuestion } from '../ownership/lease.ts';
import { mayStillCome } from '../question.ts';
import type { Silence } from '../subscription.ts';
import { cancelInGenie } from './cancelInGenie.ts';
import { endQuestion } from './endQuestion.ts';
import { now, type Step } from './step.ts';

/**
 * Ends a run without a word to its asker, in one write. If Genie may still answer after all, that is waited for, as with
 * those who were told.
 *
 * @param change written with it
 */
export async function endSilently(
  held: HeldQuestion,
  silent: Silence,
  deps: QuestionDeps,
  change: Change = {},
): Promise<Step> {
  const { question } = held;
  const { run } = { ...question, ...change };
  const known: Change = { ...change, ...(run && { run: { ...run, silent } }) };
  if (silent === 'told' && mayStillCome(question)) {
    await endQuestion(held, deps, { ...known, state: 'overdue' });
    return now;
  }
  await endQuestion(held, deps, { ...known, state: silent === 'unmet' ? 'delivered' : 'failed' });
  if (question.state === 'asked') await cancelInGenie(question, deps);
  return { next: 'end' };
}
