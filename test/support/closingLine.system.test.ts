import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, 'fixtures/closingLine');
const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));

function lastLine(...args: string[]): string | undefined {
  const { stdout } = spawnSync(process.execPath, [vitest, 'run', '--root', root, ...args], {
    encoding: 'utf8',
  });
  return stdout.split('\n').at(-2);
}

test('the last line counts tests, and a file or a hook that broke as one failure each', () => {
  expect(lastLine('mixed', 'broken')).toBe('1 passed, 3 failed, 2 skipped');
});

test('skipped tests are only spoken of where there are any', () => {
  expect(lastLine('-t', '^fails$', 'mixed')).toBe('0 passed, 1 failed, 3 skipped');
});

test('a test that passed only when it was tried again is not passed over', () => {
  expect(lastLine('flaky')).toBe('0 passed, 1 failed');
  expect(lastLine('--retry', '1', 'flaky')).toBe(
    '1 passed, 0 failed, 1 passed only when tried again',
  );
});
