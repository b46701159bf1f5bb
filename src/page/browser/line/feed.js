/**
 * What Web Chat reads activities from. It subscribes twice, and only some time after it was given the line: who comes
 * later gets all that is stored. Typing is of the moment.
 */
export function createFeed() {
  const observers = new Set();
  const stored = [];
  return {
    push(activity) {
      if (activity.type !== 'typing') stored.push(activity);
      for (const { next } of observers) next?.(activity);
    },
    subscribe(observer) {
      observers.add(observer);
      for (const activity of stored) observer.next?.(activity);
      return { unsubscribe: () => observers.delete(observer) };
    },
  };
}
