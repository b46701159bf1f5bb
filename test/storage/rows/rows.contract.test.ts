import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row, RowQuery, Rows } from '../../../src/storage/rows/rows.ts';
import { collect } from '../../support/collect.ts';
import { type RowsSource, rowsTwins } from '../../support/rowsTwins.ts';

const key = { partition: 'p', row: 'r' };
const noon = new Date(Date.UTC(2026, 0, 1, 12));

describe.each(rowsTwins)('rows $twin', ({ open }) => {
  let source: RowsSource;
  let rows: Rows;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());
  beforeEach(() => {
    rows = source.create();
  });

  async function listAll(query: RowQuery): Promise<Row[]> {
    const pages = await collect(rows.list(query));
    return pages.flat().sort((a, b) => (a.key.row < b.key.row ? -1 : 1));
  }

  test('a row is read back with the texts, flags and times it was written with', async () => {
    const columns = { text: 'ψ 😀\u0001 "\'', empty: '', yes: true, no: false, at: noon };
    const etag = await rows.insert(key, columns);
    expect(await rows.get(key)).toEqual({ key, columns, etag });
  });

  test('an undefined column is absent', async () => {
    await rows.insert(key, { text: 'x', absent: undefined });
    expect(Object.keys((await rows.get(key))?.columns ?? {})).toEqual(['text']);
  });

  // Azurite spoils characters that lie on the edge of a chunk of the request, so the emoji is alone.
  test.each([0, 29_998, 29_999, 30_000, 59_998, 59_999])(
    'a text of 100,000 characters comes back whole, with an emoji at %i',
    async (place) => {
      const text = `${'a'.repeat(place)}😀${'b'.repeat(100_000 - place)}`;
      await rows.insert(key, { text, after: 'c' });
      const { columns } = (await rows.get(key)) ?? {};
      expect(columns?.['text'] === text).toBe(true);
      expect(Object.keys(columns ?? {}).sort()).toEqual(['after', 'text']);
    },
  );

  test('replacing a long text with a short one leaves nothing of it', async () => {
    const etag = await rows.insert(key, { text: 'a'.repeat(100_000) });
    await rows.replace(key, etag ?? '', { text: 'b' });
    expect((await rows.get(key))?.columns).toEqual({ text: 'b' });
  });

  test.each(['a/b', 'a\\b', 'a#b', 'a?b', 'a%2Fb', "o'clock", 'a b', 'ü😀', '_002f', '\u0001', ''])(
    'a key can be %j',
    async (name) => {
      const odd = { partition: name, row: name };
      await rows.insert(odd, { text: name });
      expect((await rows.get(odd))?.columns).toEqual({ text: name });
      expect((await listAll({ partition: name })).map((row) => row.key)).toEqual([odd]);
      expect(await rows.delete(odd)).toBe(true);
    },
  );

  test('nothing is found before the first insert', async () => {
    expect(await rows.get(key)).toBeUndefined();
    expect(await rows.replace(key, 'W/"datetime\'x\'"', {})).toBeUndefined();
    expect(await rows.delete(key)).toBe(false);
    expect(await listAll({})).toEqual([]);
  });

  test('an insert over an existing row changes nothing', async () => {
    await rows.insert(key, { text: 'first' });
    expect(await rows.insert(key, { text: 'second' })).toBeUndefined();
    expect((await rows.get(key))?.columns).toEqual({ text: 'first' });
  });

  test('exactly one of several racing inserts wins', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `${index}`);
    const etags = await Promise.all(names.map((text) => rows.insert(key, { text })));
    const winners = names.filter((_, index) => etags[index] !== undefined);
    expect(winners).toHaveLength(1);
    expect((await rows.get(key))?.columns).toEqual({ text: winners[0] });
  });

  test('exactly one of several racing replaces wins', async () => {
    const etag = (await rows.insert(key, { text: 'start' })) ?? '';
    const names = Array.from({ length: 10 }, (_, index) => `${index}`);
    const etags = await Promise.all(names.map((text) => rows.replace(key, etag, { text })));
    const winners = names.filter((_, index) => etags[index] !== undefined);
    expect(winners).toHaveLength(1);
    expect((await rows.get(key))?.columns).toEqual({ text: winners[0] });
  });

  test('a replace drops the columns it does not contain', async () => {
    const etag = (await rows.insert(key, { text: 'x', yes: true })) ?? '';
    const next = await rows.replace(key, etag, { text: 'y' });
    expect(await rows.get(key)).toEqual({ key, columns: { text: 'y' }, etag: next });
  });

  test('a delete with an old ETag leaves the row', async () => {
    const old = (await rows.insert(key, { text: 'x' })) ?? '';
    const current = await rows.replace(key, old, { text: 'y' });
    expect(await rows.delete(key, old)).toBe(false);
    expect(await rows.delete(key, current)).toBe(true);
    expect(await rows.get(key)).toBeUndefined();
  });

  test('exactly one of several racing deletes counts', async () => {
    const etag = await rows.insert(key, {});
    const deleted = await Promise.all(Array.from({ length: 6 }, () => rows.delete(key, etag)));
    expect(deleted.filter(Boolean)).toHaveLength(1);
  });

  test('a listing returns the rows that match every condition, to the millisecond', async () => {
    const at = (ms: number) => new Date(noon.getTime() + ms);
    await rows.insert({ partition: 'p', row: 'before' }, { open: true, at: at(-1) });
    await rows.insert({ partition: 'p', row: 'closed' }, { open: false, at: at(-1) });
    await rows.insert({ partition: 'p', row: 'equal' }, { open: true, at: noon });
    await rows.insert({ partition: 'p', row: 'later' }, { open: true, at: at(1) });
    await rows.insert({ partition: 'p', row: 'none' }, { open: true });
    await rows.insert({ partition: 'q', row: 'other' }, { open: true, at: at(-1) });

    const names = async (query: RowQuery) => (await listAll(query)).map((row) => row.key.row);
    const open = { column: 'open', is: 'eq' as const, value: true };
    const by = (is: 'eq' | 'lt' | 'le' | 'gt') => ({ column: 'at', is, value: noon });
    expect(await names({ partition: 'p', where: [open, by('lt')] })).toEqual(['before']);
    expect(await names({ partition: 'p', where: [open, by('le')] })).toEqual(['before', 'equal']);
    expect(await names({ where: [open, by('gt')] })).toEqual(['later']);
    expect(await names({ where: [by('eq')] })).toEqual(['equal']);
    expect(await names({ where: [open, by('lt')] })).toEqual(['before', 'other']);
  });

  test('a listing continues over its pages while their rows are deleted', async () => {
    const all = Array.from({ length: 25 }, (_, index) => ({
      partition: `${index % 3}`,
      row: `${index}`,
    }));
    await Promise.all(all.map((each) => rows.insert(each, {})));
    const sizes: number[] = [];
    for await (const page of rows.list({ pageSize: 10 })) {
      sizes.push(page.length);
      await Promise.all(page.map((row) => rows.delete(row.key, row.etag)));
    }
    expect(sizes).toEqual([10, 10, 5]);
    expect(await listAll({})).toEqual([]);
  });
});
