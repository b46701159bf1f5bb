import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDisposition } from '../../src/exports/contentDisposition.ts';
import { exportFileName } from '../../src/exports/exportFileName.ts';

const now = Date.UTC(2026, 10, 21, 23);

describe('the file name', () => {
  test.each([
    ['Revenue by region', 'Revenue by region 2026-11-21.csv'],
    [undefined, 'Genie result 2026-11-21.csv'],
    ['  ../..\\etc: "x"\r\n', '.. .. etc x 2026-11-21.csv'],
    ['sales\u202Evsc.exe', 'sales vsc.exe 2026-11-21.csv'],
    ['Umsätze – März', 'Umsätze – März 2026-11-21.csv'],
  ])('for the title %j is %s', (title, name) => {
    expect(exportFileName(title, 'csv', now)).toBe(name);
  });

  test.each([
    ['漢'.repeat(100), 66],
    ['😀'.repeat(100), 50],
    // A flag is one character, of two code points.
    ['🇩🇪'.repeat(60), 25],
  ])('has no more of %j than a file system takes, and no half character', (title, count) => {
    const [first] = new Intl.Segmenter('en').segment(title);
    expect(exportFileName(title, 'html', now)).toBe(
      `${first?.segment.repeat(count)} 2026-11-21.html`,
    );
  });

  test('is short, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (title) => {
        const name = exportFileName(title, 'xlsx', now);
        expect([...name].length).toBeLessThanOrEqual(96);
        // What a file system takes.
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
      }),
    );
  });
});

describe('the header for a file', () => {
  test('has the name in ASCII and in its original form', () => {
    expect(contentDisposition('Umsätze – März.csv')).toBe(
      `attachment; filename="Umsatze _ Marz.csv"; filename*=UTF-8''Ums%C3%A4tze%20%E2%80%93%20M%C3%A4rz.csv`,
    );
  });

  test('has no character in the ASCII name that would end or escape it', () => {
    expect(contentDisposition('a"b\\c%d.csv')).toMatch(/ filename="a_b_c_d\.csv";/);
  });

  test('carries any name, and nothing but it', () => {
    const header = /^attachment; filename="([^"]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const [, ascii = '', encoded = ''] = header.exec(contentDisposition(name)) ?? ['', '"'];
        expect(ascii).toMatch(/^[\x20-\x5b\x5d-\x7e]*$/);
        expect(decodeURIComponent(encoded)).toBe(name.toWellFormed());
      }),
    );
  });
});
