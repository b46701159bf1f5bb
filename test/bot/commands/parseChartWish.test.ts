import { expect, test } from 'vitest';
import { parseChartWish } from '../../../src/bot/commands/parseChartWish.ts';

test.each([
  ['as a line chart', 'line'],
  ['As a LINE chart.', 'line'],
  ['as bar chart', 'bar'],
  ['as a column graph please', 'bar'],
  ['show it as a pie chart', 'donut'],
  ['Please show me that as a donut!', 'donut'],
  ['as a pie', 'donut'],
  ['draw this as a table', 'table'],
  ['as a table', 'table'],
])('“%s” asks for a %s', (text, wish) => {
  expect(parseChartWish(text)).toBe(wish);
});

test.each([
  ['Show revenue by month as a line chart'],
  ['as a line chart by region'],
  ['a line chart'],
  ['as a rule'],
  ['which table has orders?'],
  ['as a radar chart'],
  [''],
])('“%s” is for Genie', (text) => {
  expect(parseChartWish(text)).toBeUndefined();
});
