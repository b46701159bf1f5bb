import { codeOf } from '../errors.ts';
import type { Question } from './question.ts';

/** What the row of a question learns when a step has to be repeated because of `error`. */
export function countRetry(
  { retries = 0, throttled = 0 }: Question,
  error: unknown,
): Pick<Question, 'retries' | 'throttled'> {
  const isThrottled = codeOf(error) === 'genie-throttled';
  return { retries: retries + 1, ...(isThrottled && { throttled: throttled + 1 }) };
}
