import { ApiError } from './apiError.ts';

const MINUTE = 60_000;

/**
 * The workspace's limit on questions in any 60 seconds, across all spaces; refused ones don't count.
 * @returns a function that counts one question, or throws ApiError 429 with `Retry-After` in whole seconds.
 */
export function createQuestionLimit(perMinute: number | undefined, now: () => number): () => void {
  let recent: number[] = [];
  return () => {
    if (perMinute === undefined) return;
    recent = recent.filter((at) => at > now() - MINUTE);
    const first = recent[0];
    if (recent.length >= perMinute && first !== undefined) {
      throw new ApiError(
        429,
        'RESOURCE_EXHAUSTED',
        `The workspace allows ${perMinute} questions per minute. Please try again later.`,
        { 'Retry-After': String(Math.ceil((first + MINUTE - now()) / 1000)) },
      );
    }
    recent.push(now());
  };
}
