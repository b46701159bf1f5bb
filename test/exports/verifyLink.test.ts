import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExportLink, type SignedLink, signLink } from '../../src/exports/signLink.ts';
import { verifyLink } from '../../src/exports/verifyLink.ts';

const key = Buffer.alloc(32, 7);
const now = Date.UTC(2026, 10, 21, 9);

const links = fc.record<ExportLink>({
  questionId: fc.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}$/),
  table: fc.string({ minLength: 1 }),
  format: fc.constantFrom('csv', 'xlsx'),
  expiresAt: fc.integer({ min: now + 1, max: now + 86_400_000 }),
});
const names = fc.constantFrom<keyof SignedLink>(
  'answer',
  'table',
  'format',
  'expires',
  'signature',
);

describe('a signed link', () => {
  test('opens what was signed', () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(verifyLink(signLink(link, key), key, now)).toEqual(link);
      }),
    );
  });

  test('opens nothing if any of its texts was changed', () => {
    const texts = fc.oneof(fc.string(), fc.constantFrom('csv', 'xlsx', String(now * 2)));
    fc.assert(
      fc.property(links, names, texts, (link, name, text) => {
        const signed: SignedLink = signLink(link, key);
        fc.pre(signed[name] !== text);
        expect(verifyLink({ ...signed, [name]: text }, key, now)).toBe('forged');
      }),
    );
  });

  test('opens nothing if any single character was changed', () => {
    fc.assert(
      fc.property(links, names, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (...drawn) => {
        const [link, name, place, character] = drawn;
        const signed: SignedLink = signLink(link, key);
        const at = place % signed[name].length;
        const text = signed[name].slice(0, at) + character + signed[name].slice(at + 1);
        fc.pre(text !== signed[name]);
        expect(verifyLink({ ...signed, [name]: text }, key, now)).toBe('forged');
      }),
    );
  });

  test('opens nothing if text was moved from one part to the next', () => {
    const link = { questionId: 'ab', table: 'cd', format: 'csv', expiresAt: now + 1 } as const;
    const signed = signLink(link, key);
    expect(verifyLink({ ...signed, answer: 'abc', table: 'd' }, key, now)).toBe('forged');
  });

  test('opens nothing if the signature spells the same bytes differently', () => {
    const link = { questionId: 'a', table: 't', format: 'csv', expiresAt: now + 1 } as const;
    const signed = signLink(link, key);
    const bytes = Buffer.from(signed.signature, 'base64url');
    // The last character holds two bits that no byte needs.
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
      .map((last) => signed.signature.slice(0, -1) + last)
      .filter((text) => text !== signed.signature && bytes.equals(Buffer.from(text, 'base64url')));
    expect(spellings).toHaveLength(3);
    for (const signature of [...spellings, `${signed.signature}=`]) {
      expect(verifyLink({ ...signed, signature }, key, now)).toBe('forged');
    }
  });

  test('opens nothing with another key', () => {
    fc.assert(
      fc.property(links, fc.uint8Array({ minLength: 32, maxLength: 32 }), (link, other) => {
        fc.pre(!key.equals(other));
        expect(verifyLink(signLink(link, key), Buffer.from(other), now)).toBe('forged');
      }),
    );
  });

  test('expires at its last moment, not after it', () => {
    fc.assert(
      fc.property(links, (link) => {
        const signed = signLink(link, key);
        expect(verifyLink(signed, key, link.expiresAt - 1)).toEqual(link);
        expect(verifyLink(signed, key, link.expiresAt)).toBe('expired');
      }),
    );
  });
});
