import type { QuestionDeps } from '../deps.ts';
import { personIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { takeAllowance } from './allowance.ts';

/**
 * Whether a person can ask another question now, wherever they asked the previous ones. Each person has a row, so
 * people don't wait for each other.
 */
export async function spendAllowance(
  place: Place,
  questionId: string,
  { allowances, clock, settings }: Pick<QuestionDeps, 'allowances' | 'clock' | 'settings'>,
): Promise<boolean> {
  const id = personIdOf(place);
  return retryOnConflict(clock, async () => {
    const current = await allowances.get(id);
    const before = current?.value ?? { id, asked: [], expiresAt: 0 };
    const perMinute = settings.userQuestionsPerMinute;
    const taken = takeAllowance(before, questionId, perMinute, clock.now());
    if (taken === undefined) return false;
    if (taken === before) return true;
    const written = current
      ? await allowances.replace(current, taken)
      : await allowances.insert(taken);
    return written ? true : 'conflict';
  });
}
