/** `npm run test:core` plays a fifth of what is played at random, or in great numbers; the gate plays all of it. */
const isQuick = process.env['QUICK_TESTS'] === 'true';

const share = 5;

/** How often a test with random inputs runs. */
export function runs(all: number): number {
  return isQuick ? Math.ceil(all / share) : all;
}

/** The inputs that a test goes through, of a long list. */
export function someOf<T>(all: readonly T[]): T[] {
  return all.filter((_, index) => !isQuick || index % share === 0);
}
