import type { Allowance } from '../question.ts';

const windowMs = 60_000;

/**
 * Counts a question against what its asker may ask in a minute. The same question again counts once: channels deliver
 * twice now and then.
 *
 * @returns the allowance as it is then; `undefined`: they may not
 */
export function takeAllowance(
  allowance: Allowance,
  questionId: string,
  questionsPerMinute: number,
  now: number,
): Allowance | undefined {
  const asked = allowance.asked.filter(({ at }) => at > now - windowMs);
  if (asked.some((question) => question.questionId === questionId)) return allowance;
  if (asked.length >= questionsPerMinute) return undefined;
  return {
    ...allowance,
    asked: [...asked, { questionId, at: now }],
    expiresAt: now + windowMs,
  };
}
