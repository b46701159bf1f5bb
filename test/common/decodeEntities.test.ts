import { expect, it } from 'vitest';
import { decodeEntities } from '../../src/common/decodeEntities.ts';

it.each([
  ['a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;', `a <b> & "c" 'd'`],
  ['one&nbsp;word', 'one\u00A0word'],
  // Decoded once: what was written is an entity by name.
  ['&amp;lt;', '&lt;'],
  ['&copy; &constructor; R&D', '© &constructor; R&D'],
  ['&#8364; &#x20AC; &#X20ac; &euro; 3&ndash;5', '€ € € € 3–5'],
  // No character, or one that controls something.
  ['&#0; &#xD800; &#1114112; &#; &#x;', '&#0; &#xD800; &#1114112; &#; &#x;'],
])('%s is %s', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});
