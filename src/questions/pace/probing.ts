import { codeOf } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import { isLeased, type Outage } from '../question.ts';
import { type Finding, failProbe, passProbe } from './budget.ts';
import { type BudgetDeps, changeBudget } from './changeBudget.ts';
import { type Claim, claimProbe, heldUntil, lateProber, noteUntaken } from './outage.ts';

/** Before the next look, even if another question probes. */
const leastPauseMs = 1_000;

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

/** Genie answered the question that had the claim to probe: it's back, and those who wait move up. */
export async function reportBack(
  finding: Pick<Finding, 'questionId' | 'byAsking'>,
  deps: ProbingDeps,
): Promise<void> {
  const { clock, log, settings } = deps;
  const ended = await changeBudget(deps, (before) => {
    const budget = passProbe(before, finding, settings.questionsPerMinute, clock.now());
    return { budget, result: budget.outage ? undefined : before.outage };
  });
  if (!ended?.isProven) return;
  log.warn('genie.back', { questionId: finding.questionId, ms: clock.now() - ended.since });
}

/**
 * Genie didn't answer a probe either, so it isn't one question's trouble.
 *
 * @returns when the next probe is due (ms since 1970)
 */
export async function reportDown(
  finding: Finding,
  error: unknown,
  deps: ProbingDeps,
): Promise<number> {
  const { clock, log, settings } = deps;
  const { questionId } = finding;
  const { at, isNew, since } = await changeBudget(deps, (before) => {
    const now = clock.now();
    const budget = failProbe(before, finding, settings.questionsPerMinute, now);
    const isNew = budget !== before && !before.outage?.isProven;
    return { budget, result: { at: heldUntil(budget, now), isNew, since: before.outage?.since } };
  });
  log.warn('genie.probeFailed', { questionId, since, code: codeOf(error), error });
  if (isNew) log.error('genie.down', { questionId, since });
  return Math.max(at, clock.now() + leastPauseMs);
}

/** Genie answers probes, but hasn't taken a question for some seconds. */
export async function reportUntaken(
  questionId: string,
  since: number,
  deps: ProbingDeps,
): Promise<void> {
  const { clock, log } = deps;
  if (hasTakenSince(since, deps)) return;
  const isNew = await changeBudget(deps, (before) => {
    const budget = noteUntaken(before, questionId, since, clock.now());
    return { budget, result: budget.outage?.isProven && !before.outage?.isProven };
  });
  if (isNew) log.error('genie.down', { questionId, since, asksOnly: true });
}

const takenAt = new WeakMap<object, number>();

/** Notes that Genie has just taken a question of this instance. Costs no call. */
export function noteTaken({ budgets, clock }: Pick<QuestionDeps, 'budgets' | 'clock'>): void {
  takenAt.set(budgets, clock.now());
}

/** Whether Genie has taken a question of this instance since then (ms since 1970). */
function hasTakenSince(since: number, { budgets }: Pick<QuestionDeps, 'budgets'>): boolean {
  return (takenAt.get(budgets) ?? 0) > since;
}
