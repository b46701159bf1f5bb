import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../src/common/errors.ts';
import { createSigningKey } from '../../src/storage/signingKey.ts';
import { createMemoryRows } from '../support/memoryRows.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';

describe.each(rowsTwins)('the signing key $twin', ({ open }) => {
  let source: RowsSource;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());

  test('is the same for all instances, even if they all need it at once', async () => {
    const rows = source.create();
    const instances = Array.from({ length: 8 }, () => createSigningKey(rows));
    const keys = await Promise.all(instances.map((readKey) => readKey()));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect(await createSigningKey(rows)()).toEqual(keys[0]);
  });

  test('is different in different storage', async () => {
    const [one, other] = [createSigningKey(source.create()), createSigningKey(source.create())];
    expect(await one()).not.toEqual(await other());
  });
});

describe('the signing key', () => {
  test('is read once per instance', async () => {
    const rows = createMemoryRows();
    let reads = 0;
    const readKey = createSigningKey({
      ...rows,
      get: (key) => {
        reads += 1;
        return rows.get(key);
      },
    });
    const first = await readKey();
    const before = reads;
    expect(await readKey()).toEqual(first);
    expect(reads).toBe(before);
  });

  test('is read again after storage failed', async () => {
    const rows = createMemoryRows();
    let isDown = true;
    const readKey = createSigningKey({
      ...rows,
      get: async (key) => {
        if (isDown) throw new AppError('storage', 'down');
        return rows.get(key);
      },
    });
    await expect(readKey()).rejects.toThrow('down');
    isDown = false;
    expect(await readKey()).toHaveLength(32);
  });
});
