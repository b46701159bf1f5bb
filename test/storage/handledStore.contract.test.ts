import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHandledStore } from '../../src/storage/handledStore.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { type RowsSource, rowsTwins } from '../support/rowsTwins.ts';

describe.each(rowsTwins)('handled activities $twin', ({ open }) => {
  let source: RowsSource;
  beforeAll(async () => {
    source = await open();
  });
  afterAll(() => source.close());

  test('if several insert one at the same time, the first acts, until it is taken back', async () => {
    const clock = createFakeClock();
    const handled = createHandledStore(source.create(), clock);
    const put = () => handled.insert({ id: 'activity', expiresAt: clock.now() + 1_000 });
    const outcomes = await Promise.all([put(), put(), put()]);
    expect(outcomes.filter((outcome) => outcome !== undefined)).toHaveLength(1);
    await handled.delete('activity');
    expect(await put()).toBeDefined();
  });

  test('expired ones are forgotten, and swept', async () => {
    const clock = createFakeClock();
    const handled = createHandledStore(source.create(), clock);
    const put = () => handled.insert({ id: 'activity', expiresAt: clock.now() + 1_000 });
    await put();
    await clock.advance(1_001);
    expect(await put()).toBeDefined();
    await clock.advance(1_001);
    expect(await handled.deleteExpired(clock.now())).toBe(1);
  });
});
