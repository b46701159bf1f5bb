import { describe, expect, it } from 'vitest';
import { maskText } from '../../../local/record/maskText.ts';
import { createPlaceholders } from '../../../local/record/placeholders.ts';

describe('a masked text', () => {
  it.each([
    ['Revenue of Ada, 2025?', 'Xxxxxxx xx Xxx, 1111?'],
    ['<at>Genie Bot</at>&nbsp;hi', '<at>Xxxxx Xxx</at>&nbsp;xx'],
    ['<p title="Ada">x</p>', '<p xxxxx="Xxx">x</p>'],
    ['<ada>1</ada>', '<xxx>1</xxx>'],
    ['**Bold** [Ada](https://ada.example/a?t=b)', '**Xxxx** [Xxx](https://xxx.xxxxxxx/x?x=x)'],
    ['שלום مرحبا 東京', 'אאאא ببببب 字字'],
    ['a\u00a0b\u200bc\u202ed\u{e0041}', 'x\u00a0x\u200bx\u202ex\u200b\u200b'],
    ['€ 5 😀 ½ “é”', '¤ 1 😀 1 ”x”'],
    ['a\ud800', 'x\ufffd'],
  ])('keeps its shape: %j', (text, expected) => {
    expect(maskText(text)).toBe(expected);
    expect(maskText(text)).toHaveLength(text.length);
  });
});

describe('an ID', () => {
  const { id } = createPlaceholders();

  it('has the same placeholder wherever it stands, and no other ID has it', () => {
    const placeholders = createPlaceholders();
    const values = Array.from({ length: 300 }, (_, n) => `id-${n}`);
    const made = values.map(placeholders.id);
    expect(values.map(placeholders.id)).toEqual(made);
    expect(new Set(made).size).toBe(values.length);
  });

  it.each([
    ['29:1XJKJMvc5GBtc2Jw', /^29:a{14}01|^29:a+\d+$/],
    ['7b1e4f04-4f3e-4e5c-9f0a-5a2c3d7e9b11', /^a{8}-a{4}-a{4}-a{4}-a+\d+$/],
    ['1763712000000', /^0+\d+$/],
    ['ada@example.com', /^a{3}@a{7}\.a+\d$/],
    ['29:', /^29:\d+$/],
    ['', /^$/],
  ])('keeps its shape: %s', (value, expected) => {
    expect(id(value)).toMatch(expected);
  });

  it('keeps what it is made of: a reply’s conversation names its thread', () => {
    const thread = id('19:3b5d1c7e@thread.tacv2');
    expect(thread).toMatch(/^19:a+\d+@thread\.tacv2$/);
    expect(id('19:3b5d1c7e@thread.tacv2;messageid=1763712000000')).toBe(
      `${thread};messageid=${id('1763712000000')}`,
    );
    expect(id('4aGxQ2vK|0000001')).toBe(`${id('4aGxQ2vK')}|${id('0000001')}`);
  });
});

describe('a cell', () => {
  it.each([
    ['-1234.50', /^-\d{4}\.\d{2}$/],
    ['.5', /^\.\d$/],
    ['7', /^\d$/],
    ['1.25E10', /^1\.\d\dE1$/],
    ['2026-03-01', /^20\d\d-\d\d-\d\d$/],
    ['2026-03-01T08:15:30.123Z', /^20\d\d-\d\d-\d\dT00:00:00\.000Z$/],
    ['2026-03-01 08:15:30+05:30', /^20\d\d-\d\d-\d\d 00:00:00\+00:00$/],
    ['2026-03-01 Ada', /^20\d\d-\d\d-\d\d Xxx$/],
    ['Ada Lovelace', /^Xxx Xxxxxxx\d$/],
    ['["Ada"]', /^\["Xx\d"\]$/],
    ['false', /^true$/],
    ['NaN', /^NaN$/],
    ['', /^$/],
  ])('stays of its kind: %s', (value, expected) => {
    const made = createPlaceholders().cell(value);
    expect(made).toMatch(expected);
    if (/^20/.test(made)) expect(Date.parse(made.slice(0, 10))).not.toBeNaN();
  });

  it('differs from others, so that a series stays one', () => {
    const { cell } = createPlaceholders();
    const days = ['2026-03-01', '2026-03-02', '2026-03-03'].map(cell);
    expect(new Set(days).size).toBe(3);
    expect(new Set(['Europe', 'Africa', 'Europe'].map(cell)).size).toBe(2);
    expect(new Set(['10.50', '99.25'].map(cell)).size).toBe(2);
  });
});
