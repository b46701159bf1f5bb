import { PageError } from './route.ts';

/**
 * Lets each visitor do only so much at the same time: one who is in a hurry must not take what others need.
 *
 * @param refusal for what is more, at once
 */
export function createLimit(
  most: number,
  refusal = () => new PageError(429, 'too-often', 'Too many requests at the same time'),
): <T>(owner: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, number>();
  return async (owner, work) => {
    const count = running.get(owner) ?? 0;
    if (count >= most) throw refusal();
    running.set(owner, count + 1);
    try {
      return await work();
    } finally {
      const left = (running.get(owner) ?? 1) - 1;
      if (left > 0) running.set(owner, left);
      else running.delete(owner);
    }
  };
}
