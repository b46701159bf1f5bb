import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Columns, Condition, RowKey, Rows } from '../../../src/storage/rows/rows.ts';
import { collect } from '../../support/collect.ts';
import { type RowsSource, rowsTwins } from '../../support/rowsTwins.ts';

let sources: RowsSource[];
beforeAll(async () => {
  sources = await Promise.all(rowsTwins.map(({ open }) => open()));
});
afterAll(() => Promise.all(sources.map((source) => source.close())));

/** Rows, with the etags that each key has had: a step names a version by its place among them. */
interface Twin {
  rows: Rows;
  etags: Map<string, string[]>;
}

type Step = (twin: Twin) => Promise<unknown>;

const nameOf = ({ partition, row }: RowKey) => JSON.stringify([partition, row]);
const versionsOf = (twin: Twin, key: RowKey) => twin.etags.get(nameOf(key)) ?? [];

/** Remembers a new etag; the answer says whether there was one. */
function remember(twin: Twin, key: RowKey, etag: string | undefined): boolean {
  if (etag === undefined) return false;
  twin.etags.set(nameOf(key), [...versionsOf(twin, key), etag]);
  return true;
}

const key = fc.record({
  partition: fc.constantFrom('p', 'a/b', 'ü'),
  row: fc.constantFrom('r', "o'r", '#?'),
});
const time = fc.integer({ min: -2, max: 2 }).map((ms) => new Date(Date.UTC(2026, 0, 1) + ms));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 29_990, max: 60_010 }).map((length) => `${'x'.repeat(length)}😀`),
);
const columns: fc.Arbitrary<Columns> = fc.record(
  { text, open: fc.boolean(), count: fc.maxSafeInteger(), at: time },
  { requiredKeys: [] },
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ column: fc.constant('open'), is: fc.constant('eq' as const), value: fc.boolean() }),
  fc.record({
    column: fc.constant('at'),
    is: fc.constantFrom('eq', 'lt', 'le', 'gt'),
    value: time,
  }),
);
/** Counts from the newest version: 0 is the one that a write must have. */
const age = fc.integer({ min: 0, max: 1 });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ key, columns }).map(
    (given): Step =>
      async (twin) =>
        remember(twin, given.key, await twin.rows.insert(given.key, given.columns)),
  ),
  fc.record({ key, columns, age }).map(
    (given): Step =>
      async (twin) => {
        const etag = versionsOf(twin, given.key).at(-1 - given.age);
        if (etag === undefined) return 'no such version';
        return remember(twin, given.key, await twin.rows.replace(given.key, etag, given.columns));
      },
  ),
  fc.record({ key, age: fc.option(age) }).map(
    (given): Step =>
      async (twin) => {
        const etag =
          given.age === null ? undefined : versionsOf(twin, given.key).at(-1 - given.age);
        return twin.rows.delete(given.key, etag);
      },
  ),
  key.map(
    (each): Step =>
      async (twin) => {
        const row = await twin.rows.get(each);
        return (
          row && { columns: row.columns, isNewest: row.etag === versionsOf(twin, each).at(-1) }
        );
      },
  ),
  fc
    .record({
      partition: fc.constantFrom(
        'p',
        'a/b',
        { from: 'a', to: 'p' },
        { from: 'ü', to: 'o' },
        undefined,
      ),
      where: fc.array(condition, { maxLength: 2 }),
      pageSize: fc.integer({ min: 1, max: 3 }),
    })
    .map(
      (query): Step =>
        async (twin) => {
          const { partition, ...rest } = query;
          const pages = twin.rows.list(partition === undefined ? rest : { partition, ...rest });
          const found = (await collect(pages)).flat();
          return found.map((row) => nameOf(row.key)).sort();
        },
    ),
);

test('rows in memory and on Azurite behave the same, whatever is done to them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const twins = sources.map(({ create }): Twin => ({ rows: create(), etags: new Map() }));
      for (const run of steps) {
        const [inMemory, onAzurite] = await Promise.all(twins.map(run));
        expect(onAzurite).toEqual(inMemory);
      }
    }),
    { numRuns: 40 },
  );
}, 30_000);
