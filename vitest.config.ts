import { defineConfig } from 'vitest/config';
import { createClosingLine } from './test/support/closingLine.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default', createClosingLine()],
  },
});
