import type { Condition, Figure, Finding } from '../../subscription.ts';

/**
 * The figure that the next answer is compared with. `moved` counts from the one that was shown last: by a little each day
 * is also by a lot.
 *
 * @param at when the answer was given (ms since 1970)
 */
export function figureToKeep(
  { only }: Condition,
  { is, now, before }: Finding,
  at: number,
): Figure | undefined {
  if (now === undefined) return before;
  return only === 'moved' && is === 'unmet' ? before : { value: now, at };
}
