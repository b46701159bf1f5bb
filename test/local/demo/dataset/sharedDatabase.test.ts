import { expect, it } from 'vitest';
import { sharedDatabase } from '../../../../local/demo/dataset/sharedDatabase.ts';

const seed = 'shared';
const day = '2023-01-02';

it('is one for the same seed, day and regions, and another for others', () => {
  const database = sharedDatabase(seed, day);
  expect(sharedDatabase(seed, day)).toBe(database);
  const others = [
    sharedDatabase('other', day),
    sharedDatabase(seed, '2023-01-03'),
    sharedDatabase(seed, day, ['Europe']),
  ];
  expect(new Set([database, ...others]).size).toBe(4);
});

it.each([
  'DELETE FROM sales.orders',
  "UPDATE sales.customers SET region = 'Europe'",
  'CREATE TABLE sales.mine (a)',
])('can’t be changed: %s', (sql) => {
  expect(() => sharedDatabase(seed, day).exec(sql)).toThrow(/readonly/);
});

it('forgets those that nobody has asked for in a while', () => {
  const [used, unused] = [sharedDatabase(seed, '2023-02-01'), sharedDatabase(seed, '2023-02-02')];
  for (const later of ['2023-02-03', '2023-02-04', '2023-02-05', '2023-02-06']) {
    sharedDatabase(seed, later);
    expect(sharedDatabase(seed, '2023-02-01')).toBe(used);
  }
  expect(sharedDatabase(seed, '2023-02-02')).not.toBe(unused);
});
