import type { QuestionDeps } from '../deps.ts';
import { isLeased, type Outage } from '../question.ts';
import { failProbe, passProbe } from './budget.ts';
import { type BudgetDeps, changeBudget } from './changeBudget.ts';
import { type Claim, claimProbe, heldUntil, lateProber } from './outage.ts';

type ProbingDeps = BudgetDeps & Pick<QuestionDeps, 'questions' | 'log'>;

/**
 * Asks what a question that met trouble may do.
 *
 * @returns `at` says when to look again (ms since 1970)
 */
export async function takeProbe(
  questionId: string,
  since: number,
  deps: ProbingDeps,
): Promise<{ claim: Claim; at: number }> {
  const { clock } = deps;
  const take = (gone?: string) =>
    changeBudget(deps, (before) => {
      const now = clock.now();
      const { budget, claim } = claimProbe(before, questionId, since, now, gone);
      const late = claim === 'probe' ? undefined : lateProber(budget, now);
      return { budget, result: { claim, at: heldUntil(budget, now), late } };
    });
  const taken = await take();
  const gone = await findGone(taken.late, deps);
  return gone === undefined ? taken : take(gone);
}

/** Whether Genie isn't answering, as far as is known, and whose turn it is to find out. Claims nothing. */
export async function readOutage({
  budgets,
  settings,
}: Pick<QuestionDeps, 'budgets' | 'settings'>): Promise<Outage | undefined> {
  return (await budgets.get(settings.workspace))?.value.outage;
}

/** A probe's claim ends with its owner's lease: returns the question if that is over. */
export async function findGone(
  questionId: string | undefined,
  { questions, clock }: Pick<QuestionDeps, 'questions' | 'clock'>,
): Promise<string | undefined> {
  if (questionId === undefined) return undefined;
  const prober = await questions.get(questionId);
  return prober && isLeased(prober.value, clock.now()) ? undefined : questionId;
}

/** Genie answered a question's probe: it's back, and those who wait move up. */
export async function reportBack(questionId: string, deps: ProbingDeps): Promise<void> {
  const { clock, log, settings } = deps;
  const ended = await changeBudget(deps, (before) => {
    const budget = passProbe(before, questionId, settings.questionsPerMinute, clock.now());
    return { budget, result: budget === before ? undefined : before.outage };
  });
  if (ended?.isProven) log.warn('genie.back', { questionId, ms: clock.now() - ended.since });
}

/**
 * Genie didn't answer a question's probe either, so it isn't one question's trouble.
 *
 * @param isWaiting Genie hasn't taken the question, as far as is known: it stays first in line
 * @returns when the next probe is due (ms since 1970)
 */
export async function reportDown(
  questionId: string,
  isWaiting: boolean,
  error: unknown,
  deps: ProbingDeps,
): Promise<number> {
  const { clock, log, settings } = deps;
  const { at, isNew, since } = await changeBudget(deps, (before) => {
    const now = clock.now();
    const budget = failProbe(before, questionId, isWaiting, settings.questionsPerMinute, now);
    const isNew = budget !== before && !before.outage?.isProven;
    return { budget, result: { at: heldUntil(budget, now), isNew, since: before.outage?.since } };
  });
  if (isNew) log.error('genie.down', { questionId, since, error });
  return at;
}
