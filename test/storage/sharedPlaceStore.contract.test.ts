import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSharedPlaceStore } from '../../src/storage/stores.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';

describe.each(rowsTwins)('shared places $twin', ({ open }) => {
  let source: RowsSource;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());

  test('a place is read back as it was written, and does not expire', async () => {
    const clock = createFakeClock();
    const places = createSharedPlaceStore(source.create(), clock);
    const inserted = await places.insert({ id: 'place', spaceId: 'sales' });
    if (!inserted) throw new Error('not inserted');
    await clock.advance(365 * 24 * 3_600_000);
    expect(await places.deleteExpired(clock.now())).toBe(0);
    expect(await places.get('place')).toEqual(inserted);
  });

  test('if two people set it at the same time, one has to look again', async () => {
    const places = createSharedPlaceStore(source.create(), createFakeClock());
    const inserted = await places.insert({ id: 'place', spaceId: 'sales' });
    if (!inserted) throw new Error('not inserted');
    const written = await Promise.all(
      ['support', 'finance'].map((spaceId) => places.replace(inserted, { id: 'place', spaceId })),
    );
    expect(written.filter((replaced) => replaced === undefined)).toHaveLength(1);
  });
});
