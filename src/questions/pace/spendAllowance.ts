import type { QuestionDeps } from '../deps.ts';
import { personIdOf } from '../ids.ts';
import type { Place } from '../place.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { takeAllowance } from './allowance.ts';

/**
 * Whether a person may ask another question now, wherever they asked the ones before. The row is theirs, so nobody waits
 * for anybody else's.
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
