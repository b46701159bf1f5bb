import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readImports, root } from './support/readImports.ts';

/** The clock of the machine, which these tests don't take, and the time that a line of the log is stamped with. */
const known = ['src/common/clock.ts', 'src/common/log.ts'];

/** A test with all of our own files whose values it loads. */
function filesOf(test: string, found = new Set<string>()): Set<string> {
  if (found.has(test)) return found;
  found.add(test);
  for (const { to, typeOnly } of readImports(test)) {
    if (!typeOnly && to.endsWith('.ts')) filesOf(to, found);
  }
  return found;
}

// Which is why one other machine is enough for them in `vitest.otherDays.config.ts`.
it.each(globSync('test/questions/life/**/*.test.ts', { cwd: root }))(
  '%s is on the same day on every machine',
  (test) => {
    const readsDay = (path: string) =>
      /\bDate\.now\b|\bDate\(\)/.test(readFileSync(join(root, path), 'utf8'));
    expect([...filesOf(test)].filter(readsDay).filter((path) => !known.includes(path))).toEqual([]);
  },
);
