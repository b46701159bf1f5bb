import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * A reporter beside the default one, whose `N passed, N failed` (with `, N skipped` where any was) is the last line
 * of the whole run: it is written as the process exits. A file that could not be run and an error outside of every
 * test count as one failure each, so that `0 failed` always means it. Nothing is tried twice here, since a test that
 * fails once in ten runs has found something; if Vitest is told to, the line says how many tests needed it.
 */
export function createClosingLine(): Reporter {
  let line: string | undefined;
  process.once('exit', () => {
    if (line !== undefined) writeSync(process.stdout.fd, line);
  });
  return {
    onTestRunEnd(modules, unhandledErrors) {
      line = closingLine(modules, unhandledErrors.length);
    },
  };
}

function closingLine(modules: readonly TestModule[], strayErrors: number): string {
  const count = { passed: 0, failed: strayErrors, skipped: 0 };
  let flaky = 0;
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      count[state === 'pending' ? 'failed' : state] += 1;
      if (test.diagnostic()?.flaky) flaky += 1;
    }
    count.failed += brokenSuites(module);
  }
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  const retried = flaky > 0 ? `, ${flaky} passed only when tried again` : '';
  return `${count.passed} passed, ${count.failed} failed${skipped}${retried}\n`;
}

/** Errors of the file itself and of its suites, such as a hook that threw. */
function brokenSuites(module: TestModule): number {
  const suites = [...module.children.allSuites()];
  return [module, ...suites].filter((suite) => suite.errors().length > 0).length;
}
