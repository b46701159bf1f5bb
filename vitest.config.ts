import { defineConfig } from 'vitest/config';
import { createClosingLine } from './test/support/closingLine.ts';

/** What a test needs is said by its file's name; `test/testKinds.test.ts` holds it. */
const alone = 'test/**/*.alone.test.ts';
const contract = 'test/**/*.contract.test.ts';
const system = 'test/**/*.system.test.ts';
const timed = 'test/**/*.timed.system.test.ts';

export default defineConfig(({ mode }) => ({
  test: {
    // The inner loop: `test/support/runs.ts`.
    env: { QUICK_TESTS: String(mode === 'quick') },
    testTimeout: 40_000,
    hookTimeout: 60_000,
    // By itself Vitest leaves one core idle.
    maxWorkers: '100%',
    // Files share their processes: loading the app, or Azurite, again for each takes as long as their tests.
    isolate: false,
    reporters: ['default', createClosingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: [alone, contract, system],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'core-alone',
          include: [alone],
          isolate: true,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: [contract],
          globalSetup: 'test/support/buildFixtureApp.ts',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: [system],
          exclude: [timed],
          // A second, which is Vitest's own, is over before a busy machine has painted a page.
          expect: { poll: { timeout: 15_000 } },
          globalSetup: ['test/support/buildOnce.ts', 'test/support/buildFixtureApp.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'system-timed',
          include: [timed],
          globalSetup: 'test/support/buildOnce.ts',
          // One file after the other, and after the rest: who waits for a machine that is busy measures the machine.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
}));
