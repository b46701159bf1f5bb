import type { Allowance } from '../question.ts';

/** A minute, unless told. */
const usualWindowMs = 60_000;

/** What becomes of one more use of an allowance. */
export type Use =
  /** It can go ahead. */
  | 'allowed'
  /** It's over the limit, and the person is to be told. */
  | 'refused'
  /** It's over the limit, and the person was told a moment ago. */
  | 'ignored';

/**
 * Counts one use (a question, a click) against what a person can have in a minute, or in another window. The same one again counts once:
 * channels deliver twice now and then.
 *
 * @returns the allowance as it is then, the same object where nothing changed
 */
export function takeAllowance(
  allowance: Allowance,
  useId: string,
  perMinute: number,
  now: number,
  windowMs = usualWindowMs,
): { use: Use; allowance: Allowance } {
  const asked = allowance.asked.filter(({ at }) => at > now - windowMs);
  if (asked.some(({ questionId }) => questionId === useId)) return { use: 'allowed', allowance };
  const expiresAt = now + windowMs;
  if (asked.length < perMinute) {
    const taken = [...asked, { questionId: useId, at: now }];
    return { use: 'allowed', allowance: { ...allowance, asked: taken, expiresAt } };
  }
  const { toldAt } = allowance;
  if (toldAt !== undefined && toldAt > now - windowMs) return { use: 'ignored', allowance };
  return { use: 'refused', allowance: { ...allowance, asked, toldAt: now, expiresAt } };
}
