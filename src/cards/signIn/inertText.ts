import { clipLine } from '../parts/plainText.ts';

/** What Markdown or HTML would read, and what looks like it. */
const lookalikes: readonly (readonly [RegExp, string])[] = [
  [/\*/g, '∗'],
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ'],
  [/`/g, '´'],
  [/~/g, '∼'],
  [/<(?=\S)/g, '‹'],
  [/&(?=#?\w{1,31};)/g, '&\u200B'],
  [/\\(?=[!-/:-@[-`{-~])/g, '∖'],
  // A link's target, and the addresses that clients make links of.
  [/\](?=[([])/g, ']\u200B'],
  [/:(?=\/\/)/g, ':\u200B'],
  [/(?<=\bwww)\./gi, '\u200B.'],
  [/@/g, '@\u200B'],
];

/**
 * Text from elsewhere on one line, for a card that channels read as Markdown or HTML: nothing in it is bold, a link, a
 * tag or an entity. Backslashes would do for some channels, and be shown by the others.
 */
export function inertText(text: string, maxLength: number): string {
  return lookalikes.reduce(
    (inert, [sign, lookalike]) => inert.replace(sign, lookalike),
    clipLine(text, maxLength),
  );
}
