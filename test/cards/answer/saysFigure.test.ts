import { describe, expect, it } from 'vitest';
import { saysFigure } from '../../../src/cards/answer/saysFigure.ts';

describe('a text', () => {
  it.each([
    'Revenue rose to 1.28M.',
    'EMEA led with 42 %.',
    'Der Umsatz stieg 2026 um 3,5 Prozent.',
    '売上は１２億円でした。',
    'The peak was on 2026-03-01: 9.',
  ])('with a figure sums up: %s', (text) => {
    expect(saysFigure(text)).toBe(true);
  });

  it.each([
    'Here’s the revenue by month:',
    'Here’s the revenue of 2025 and 2026.',
    'Revenue from 2025-Q1 to 2026-Q4.',
    'Orders from 2026-01-01 to 2026-03.',
    'Weeks 2026-W07 to 2026-W12 and Q3 2025.',
    '',
  ])(
    'without one, or with those of a calendar only, leaves the figures to the chart: %s',
    (text) => {
      expect(saysFigure(text)).toBe(false);
    },
  );
});
