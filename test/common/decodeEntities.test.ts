import { expect, it } from 'vitest';
import { decodeEntities } from '../../src/common/decodeEntities.ts';

it.each([
  ['a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;', `a <b> & "c" 'd'`],
  ['one&nbsp;word', 'one\u00A0word'],
  // Decoded once: what was written is an entity by name.
  ['&amp;lt;', '&lt;'],
  ['&copy; &constructor; R&D', '&copy; &constructor; R&D'],
])('%s is %s', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});
