const ends = new WeakMap<object, Promise<unknown>>();

/**
 * Runs `work` when all that was put in line for the same `thing` before, in this process, is over. Who would meet at one
 * row of storage anyway keeps the order of arrival, and does not lose writes to each other.
 */
export function inLine<T>(thing: object, work: () => Promise<T>): Promise<T> {
  const before = ends.get(thing) ?? Promise.resolve();
  const mine = before.then(work, work);
  ends.set(thing, mine);
  return mine;
}
