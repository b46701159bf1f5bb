import type { Change, HeldQuestion } from '../ownership/lease.ts';
import type { Question } from '../question.ts';
import { now, type Step } from './step.ts';

/** Whether a run has its outcome before it's due: subscriptions ask early, so that the answer is there in time. */
export function isEarly({ state, run }: Pick<Question, 'state' | 'run'>, now: number): boolean {
  const hasOutcome = state === 'answered' || state === 'failing';
  return run !== undefined && hasOutcome && now < run.dueAt;
}

/**
 * Keeps an outcome until it's due. Its rows are read then, so that they are as new as can be.
 *
 * @param change written with it
 */
export async function keepUntilDue(held: HeldQuestion, change: Change = {}): Promise<Step> {
  const { run, startAt } = held.question;
  if (run === undefined) return now;
  const news = { ...change, ...(startAt !== run.dueAt && { startAt: run.dueAt }) };
  if (Object.keys(news).length > 0) await held.save(news);
  return { next: 'later', at: run.dueAt, isSure: true };
}
