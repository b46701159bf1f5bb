import { beforeAll, expect, test } from 'vitest';
import { readBundleStart } from '../support/bundleStart.ts';

let start: Awaited<ReturnType<typeof readBundleStart>>;
beforeAll(async () => {
  start = await readBundleStart();
});

// A new instance loads these before its first message: each megabyte costs it some 50 ms.
test.each(['echarts', 'zrender', 'write-excel-file', '@azure/identity', '@azure/keyvault-secrets'])(
  '%s is not loaded before it is needed',
  (name) => {
    const loaded = start.sources.filter((path) => path.includes(`node_modules/${name}/`));
    expect(loaded).toEqual([]);
  },
);

test('what every turn needs is loaded at the start', () => {
  expect(start.sources.some((path) => path.includes('node_modules/botbuilder/'))).toBe(true);
  expect(start.sources).toContain('src/questions/acceptQuestion.ts');
});
