import { describe, expect, it } from 'vitest';
import { splitFootnotes } from '../../../src/serving/reply/footnotes.ts';

const whole = (text: string) => splitFootnotes(text, 'whole');
const partial = (text: string) => splitFootnotes(text, 'partial').text;

describe('footnotes', () => {
  it.each([
    ['[Orders](https://a.example/o)', { title: 'Orders', url: 'https://a.example/o' }],
    [
      '[Orders](<https://a.example/o> "All of them")',
      { title: 'Orders', url: 'https://a.example/o' },
    ],
    ['https://a.example/o', { title: 'a.example/o', url: 'https://a.example/o' }],
    ['<https://a.example/o>', { title: 'a.example/o', url: 'https://a.example/o' }],
    ['Orders: https://a.example/o', { title: 'Orders', url: 'https://a.example/o' }],
    ['Orders of 2025, page 3', { title: 'Orders of 2025, page 3' }],
    ['[Orders](javascript:alert)', { title: 'Orders' }],
  ])('name a source: %s', (words, citation) => {
    expect(whole(`Five[^1].\n\n[^1]: ${words}`)).toEqual({ text: 'Five.', notes: [citation] });
  });

  it('can have names, and go on in further lines', () => {
    const text =
      'Five [^orders], six[^2].\n\n[^orders]: Orders\n    of this year\n[^2]: Prices\n\nBye.';
    expect(whole(text)).toEqual({
      text: 'Five, six.\n\n\nBye.',
      notes: [{ title: 'Orders' }, { title: 'Prices' }],
    });
  });

  it('without a definition are left out if they are numbers, as the definition may be cut', () => {
    expect(whole('Five[^1], [^abc] and [^0-9]+')).toEqual({
      text: 'Five, [^abc] and [^0-9]+',
      notes: [],
    });
  });

  it.each(['a | b\n--- | ---\n[1] | [x](https://a.example)', '- [ ] to do\n- [x] done', 'a [b'])(
    'are nothing else in brackets: %j',
    (text) => {
      expect(whole(text)).toEqual({ text, notes: [] });
    },
  );

  it('of a text that isn’t whole are left out wherever it is cut, so that it grows only', () => {
    const text =
      'Five[^1] and **six** [^2] of [these](https://a.example).\n\n[^1]: [Orders](https://a.example/o)\n[^2]: Prices\n';
    const { text: final } = whole(text);
    let before = '';
    for (let end = 0; end <= text.length; end++) {
      const shown = partial(text.slice(0, end));
      expect(final.startsWith(shown)).toBe(true);
      expect(shown.length).toBeGreaterThanOrEqual(before.length - 1);
      before = shown;
    }
    expect(before).toBe(final);
  });
});
