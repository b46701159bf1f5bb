import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const child = join(import.meta.dirname, '..', 'support', 'fileChild.ts');

/** What Node sets by itself on an instance of 512 MB. On a large machine it lets garbage lie about for longer. */
const asOn512MB = ['--max-old-space-size=256', '--max-semi-space-size=1'];

/** Makes a file in a process of its own, of which the most memory that it ever had can be told. */
async function make(format: string, wanted: object) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...asOn512MB,
    child,
    format,
    JSON.stringify({ columns: 1, ...wanted }),
  ]);
  return JSON.parse(stdout) as { size: number | string; grownMB: number; blockedMs: number };
}

describe('the largest file', () => {
  it.each([
    ['xlsx', 'of many cells', { rows: 49_999, columns: 10, cell: 'x', length: 8 }],
    ['xlsx', 'of long texts', { rows: 781, cell: 'x', length: 32_000 }],
    ['xlsx', 'of text that grows in XML', { rows: 781, cell: '<', length: 32_000 }],
    ['xlsx', 'of text that UTF-8 makes longer', { rows: 781, cell: '漢', length: 32_000 }],
    ['csv', 'of many cells', { rows: 980_000, columns: 5, cell: 'x', length: 9 }],
    ['csv', 'of long texts', { rows: 1_560, cell: 'x', length: 32_000 }],
    ['csv', 'of quotes', { rows: 780, cell: '"', length: 32_000 }],
    [
      'JSON_ARRAY',
      'to be read, of many cells',
      { rows: 980_000, columns: 5, cell: 'x', length: 9 },
    ],
    ['JSON_ARRAY', 'to be read, of long texts', { rows: 10, cell: 'x', length: 5_000_000 }],
  ])(
    '%s, %s, takes no more than 150 MB, and lets others have their turn',
    async (format, _what, wanted) => {
      const { size, grownMB, blockedMs } = await make(format, wanted);
      expect(size).toBeTypeOf('number');
      expect(grownMB).toBeLessThan(150);
      expect(blockedMs).toBeLessThan(1_000);
    },
  );
});

describe('a larger file', () => {
  it.each([
    ['xlsx', { rows: 50_001, columns: 10, cell: 'x', length: 8 }],
    ['xlsx', { rows: 3_000, cell: 'x', length: 32_000 }],
    ['csv', { rows: 1_600, cell: 'x', length: 32_000 }],
    ['csv', { rows: 1_000, cell: '"', length: 32_000 }],
    ['JSON_ARRAY', { rows: 1, cell: 'x', length: 40_000_000 }],
  ])('%s %j isn’t made, within the same memory', async (format, wanted) => {
    const { size, grownMB } = await make(format, wanted);
    expect(size).toBe('too-large');
    expect(grownMB).toBeLessThan(150);
  });
});
