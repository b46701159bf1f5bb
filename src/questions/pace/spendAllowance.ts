import type { QuestionDeps } from '../deps.ts';
import { personIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { takeAllowance, type Use } from './allowance.ts';

type SpendDeps = Pick<QuestionDeps, 'allowances' | 'clock'>;

/** What is spent, by whom, and how much of it there is. */
interface Spending {
  /** Of the person, or of the person and a kind of thing that they do. */
  id: string;
  /** The same for a redelivery. */
  useId: string;
  perMinute: number;
  /** Another window than a minute (ms). */
  windowMs?: number;
}

/**
 * Whether a person may ask another question now, wherever they asked the ones before.
 *
 * @param alongside what is done, once, at the same time as the question is counted, and only if it may be asked
 */
export function spendAllowance(
  place: Place,
  questionId: string,
  deps: SpendDeps & Pick<QuestionDeps, 'settings'>,
  alongside?: () => Promise<void>,
): Promise<Use> {
  const perMinute = deps.settings.userQuestionsPerMinute;
  return spend({ id: personIdOf(place), useId: questionId, perMinute }, deps, alongside);
}

/** Spends one of an allowance. The row is one person's, so nobody waits for anybody else's. */
export async function spend(
  { id, useId, perMinute, windowMs }: Spending,
  { allowances, clock }: SpendDeps,
  alongside: () => Promise<void> = async () => {},
): Promise<Use> {
  let begun: Promise<void> | undefined;
  return retryOnConflict(clock, async () => {
    const current = await allowances.get(id);
    const before = current?.value ?? { id, asked: [], expiresAt: 0 };
    const { use, allowance } = takeAllowance(before, useId, perMinute, clock.now(), windowMs);
    if (use === 'allowed') begun ??= alongside();
    const write = async () => {
      if (allowance === before) return true;
      return current ? allowances.replace(current, allowance) : allowances.insert(allowance);
    };
    const [written] = await Promise.all([write(), begun]);
    return written ? use : 'conflict';
  });
}
