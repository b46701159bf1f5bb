import type { Allowance } from '../question.ts';

const windowMs = 60_000;

/**
 * Counts a question against its asker's limit per minute. A redelivered question counts once.
 *
 * @returns the new allowance; `undefined` if the limit is reached
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
