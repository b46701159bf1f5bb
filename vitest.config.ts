import { defineConfig } from 'vitest/config';
import { createClosingLine } from './test/support/closingLine.ts';

/** These start processes and browsers of their own, and look at what comes when. */
const endToEnd = ['test/e2e/**/*.test.ts', 'test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default', createClosingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: endToEnd,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          include: endToEnd,
          // One file after the other, and after the rest: who waits for a machine that is busy measures the machine.
          fileParallelism: false,
          testTimeout: 40_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
