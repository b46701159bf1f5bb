/** Ways in which three deliveries of one thing come. */
export const threeTimes = [
  { how: 'at once', send: <T>(one: () => Promise<T>) => Promise.all([one(), one(), one()]) },
  {
    how: 'one after the other',
    send: async <T>(one: () => Promise<T>) => [await one(), await one(), await one()],
  },
];
