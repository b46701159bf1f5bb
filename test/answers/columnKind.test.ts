import { expect, test } from 'vitest';
import { alignsRight, columnKind, namesPercentage } from '../../src/answers/columnKind.ts';

test.each([
  'id',
  'customerId',
  'order_id',
  'year',
  'fiscal_year',
  'order year',
  'zip',
  'postal_code',
  'phone_number',
  'order_number',
  'year_month',
  'date_key',
  'year_built',
  'year_of_birth',
  'hour',
  'hour_of_day',
])('a whole number named %s is a name, not an amount', (name) => {
  expect(columnKind({ name, type: 'LONG' })).toBe('identifier');
});

test.each([
  'orders',
  'revenue',
  'number_of_orders',
  'sales_last_year',
  'revenue_per_day',
  'idle_seconds',
  'total_number',
  'encoded_bytes',
  'mobile_visits',
  'key_accounts',
  'month_to_date_orders',
  'year_over_year',
  'orders_month',
])('a whole number named %s is an amount', (name) => {
  expect(columnKind({ name, type: 'INT' })).toBe('number');
});

test('a decimal with a fraction is an amount even when it is called a code', () => {
  expect(columnKind({ name: 'code', type: 'DECIMAL', scale: 2 })).toBe('number');
  expect(columnKind({ name: 'code', type: 'DECIMAL', scale: 0 })).toBe('identifier');
});

test('a binary fraction that is called a code is an amount as soon as one cell has a fraction', () => {
  const column = { name: 'code', type: 'DOUBLE' };
  expect(columnKind(column, ['1.0423E4', null, '7.0'])).toBe('identifier');
  expect(columnKind(column, ['1.0423E4', '0.5'])).toBe('number');
  expect(alignsRight(column, ['0.5'])).toBe(true);
});

test.each([
  ['DATE', 'date'],
  ['TIMESTAMP_NTZ', 'timestamp'],
  ['VARIANT', 'nested'],
  ['INTERVAL', 'text'],
  ['SOMETHING_NEW', 'text'],
])('a column of type %s holds a %s', (type, kind) => {
  expect(columnKind({ name: 'x', type })).toBe(kind);
});

test('only amounts are aligned right', () => {
  expect(alignsRight({ name: 'revenue', type: 'DOUBLE' })).toBe(true);
  expect(alignsRight({ name: 'year', type: 'INT' })).toBe(false);
  expect(alignsRight({ name: 'revenue', type: 'STRING' })).toBe(false);
});

test('only plain words make a column one of percentages', () => {
  expect(
    ['margin_pct', 'percent', 'growthPercentage', 'Margin %', '%_of_sales'].every(namesPercentage),
  ).toBe(true);
  expect(['share', 'rate', 'ratio', 'percentile'].some(namesPercentage)).toBe(false);
});
