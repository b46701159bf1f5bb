/** Loaded by the fixture app only when it is asked for. */
export const lazyPart = 'lazy part';
