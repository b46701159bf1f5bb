import { describe, expect, it } from 'vitest';
import { periodLabels } from '../../../src/cards/chart/periodLabels.ts';

describe('the short names of periods', () => {
  it.each([
    [
      ['2024-Q4', '2025-Q1'],
      ['Q4 24', 'Q1 25'],
      ['Q4', '’25'],
    ],
    [
      ['Q4 2024', 'Q1 2025'],
      ['Q4 24', 'Q1 25'],
      ['Q4', '’25'],
    ],
    [
      ['2024Q4', '2025Q1'],
      ['Q4 24', 'Q1 25'],
      ['Q4', '’25'],
    ],
    [
      ['2024-12', '2025-01'],
      ['24-12', '25-01'],
      ['12', '’25'],
    ],
    [
      ['12/2024', '01/2025'],
      ['24-12', '25-01'],
      ['12', '’25'],
    ],
    [
      ['2024-W52', '2025 W01'],
      ['W52 24', 'W1 25'],
      ['W52', '’25'],
    ],
    [
      ['2024', '2025'],
      ['’24', '’25'],
      ['’24', '’25'],
    ],
  ])('of %j have the year, or only where it begins', (labels, withYear, yearOnce) => {
    expect(periodLabels(labels)).toEqual([withYear, yearOnce]);
  });

  it.each([[['EMEA', 'APAC']], [['2024-Q1', 'Total']], [['2024-Q1', '']], [['2024-13']]])(
    'are none for %j',
    (labels) => {
      expect(periodLabels(labels)).toEqual([]);
    },
  );
});
