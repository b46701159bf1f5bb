import { describe, expect, it } from 'vitest';
import { isRightToLeft } from '../../../src/cards/parts/isRightToLeft.ts';

describe('a text is read from the right', () => {
  it.each([
    ['Arabic', 'إيرادات أوروبا 1,204 يورو.'],
    ['Hebrew', 'ההכנסות באירופה הן 5.'],
    ['Persian', 'درآمد اروپا ۱٬۲۰۴ یورو است.'],
    ['Urdu', 'یورپ کی آمدنی زیادہ ہے۔'],
    ['Syriac', 'ܫܠܡܐ'],
    ['Thaana', 'ދިވެހި'],
    ['N’Ko', 'ߒߞߏ'],
    ['Adlam', '𞤀𞤣𞤤𞤢𞤥'],
    ['Arabic that begins with a name in Latin letters', 'EMEA (2024) هي المنطقة الأعلى إيرادًا.'],
    ['Arabic that begins with digits and marks', '1. **25%** من الإيرادات'],
  ])('if it is in %s', (_language, text) => {
    expect(isRightToLeft([text])).toBe(true);
  });
});

describe('a text is read from the left', () => {
  it.each([
    ['English', 'Revenue is 5.'],
    ['English with a word in Arabic', 'The top customer is محمد, with 5 orders.'],
    ['English that begins with a name in Arabic', 'محمد is the top customer, with 5 orders.'],
    ['Japanese', '売上は「EMEA」が1位です。'],
    ['German', 'Der Umsatz beträgt 5.'],
    ['no language at all', '1,204.50 – 25% 🎉'],
  ])('if it is in %s', (_language, text) => {
    expect(isRightToLeft([text])).toBe(false);
  });
});

it('the first text that has letters decides', () => {
  expect(isRightToLeft(['', '1,204', 'كم الإيرادات؟', 'Revenue'])).toBe(true);
  expect(isRightToLeft(['Revenue', 'كم الإيرادات؟'])).toBe(false);
  expect(isRightToLeft([])).toBe(false);
});
