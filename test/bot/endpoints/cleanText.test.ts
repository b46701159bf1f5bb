import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/bot/cleanText.ts';

describe('a text from a channel', () => {
  it.each([
    ['null and escape characters', 'a\0b\u001b[31mc', 'ab[31mc'],
    ['marks that turn the reading order', 'invoice\u202efdp.exe \u2066x\u2069', 'invoicefdp.exe x'],
    ['a byte order mark', '\ufeffRevenue', 'Revenue'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
  ])('loses %s', (_what, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it.each([
    'Umsatz für Köln?',
    'two\nlines\tand a tab\r\n',
    '👩‍👩‍👧 می‌خواهم \u200e1\u200f',
    '売上 by 地域',
    'O\'Reilly <b>&amp; "sons" -- ; drop table',
  ])('keeps %j', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('is clean once it has been cleaned, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[^\P{Cc}\t\n\r]/u);
      }),
    );
  });
});
