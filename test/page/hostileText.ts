import fc from 'fast-check';

/** What something would make markup of, and what breaks lines, rows and directions. */
const pieces = [
  ...['|', '\\', '`', '``', '*', '**', '***', '_', '__', '~', '~~', '[', ']', '](', '!', '<', '>'],
  ...['[x](javascript:alert(1))', '![x](https://evil.example/p.png)', '[x]: https://evil.example'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<br>', '<!--', '</td>', '-->'],
  ...['https://evil.example', 'www.evil.example', 'a@evil.example', 'mailto:a@b.example'],
  ...['&', '&lt;', '&#60;', '&amp;', '"', "'", '$x$', ':smile:', '{{DATE(1)}}', '[^1]', '|-|-|'],
  ...['# ', '#', '- ', '+ ', '1. ', '2) ', '> ', '---', '===', ':-', '~~~', '```sql', '\t', '    '],
  ...[' ', ' ', '\n', '\n\n', '\r\n', '\u00a0', '\u2028', '\u202e', '\u200f', '\0', '\ud800'],
  ...['a', 'Total', '7', '1,204.50', '漢字', '「', 'مطعم', '😀', 'é'],
];

/** A text from data that does its worst. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
