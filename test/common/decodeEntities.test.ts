import { expect, it } from 'vitest';
import { decodeEntities } from '../../src/common/decodeEntities.ts';

it.each([
  ['a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;', `a <b> & "c" 'd'`],
  ['one&nbsp;word', 'one\u00A0word'],
  // Decoded once: what was written is an entity by name.
  ['&amp;lt;', '&lt;'],
  ['&copy; &constructor; R&D', '&copy; &constructor; R&D'],
  ['&#8364; &#x20AC; &#X20ac; &euro; 3&ndash;5', '€ € € € 3–5'],
  ['&#0; &#xD800; &#1114112; &#; &#x;', '\uFFFD \uFFFD \uFFFD &#; &#x;'],
])('%s is %s', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});
