import { describe, expect, it } from 'vitest';
import { parseIntroduction } from '../../../src/bot/people/parseIntroduction.ts';

const ada = { email: 'ada@example.com', name: 'Ada Lovelace' };

describe('an introduction', () => {
  it.each([
    'ada@example.com',
    ' Ada@Example.com. ',
    '/email ada@example.com',
    'Email: ada@example.com',
    'my e-mail address is ada@example.com',
    '<ada@example.com>',
  ])('may be an address alone: %j', (text) => {
    expect(parseIntroduction(text)?.email.toLowerCase()).toBe('ada@example.com');
    expect(parseIntroduction(text)).not.toHaveProperty('name');
  });

  it.each([
    'Ada Lovelace <ada@example.com>',
    'email Ada Lovelace <ada@example.com>',
    'I am Ada Lovelace, ada@example.com',
    'I’m Ada Lovelace (ada@example.com)',
    'My name is Ada Lovelace and my email is ada@example.com.',
  ])('may name the person: %j', (text) => {
    expect(parseIntroduction(text)).toEqual(ada);
  });

  it.each([
    'orders of ada@example.com',
    'orders, ada@example.com',
    'ada@example.com orders this year',
    'email addresses of our customers',
    'email campaigns, by month',
    'ada@localhost',
    'a@b@example.com',
    `${'a'.repeat(250)}@example.com`,
    '',
  ])('is not seen in a question: %j', (text) => {
    expect(parseIntroduction(text)).toBeUndefined();
  });

  it('is found in no time, however long the text', () => {
    const startedAt = performance.now();
    for (const part of ['a ', 'a.', 'i am a ', 'a, ', '<', 'a@']) {
      parseIntroduction(part.repeat(5_000));
      parseIntroduction(`i am ${part.repeat(5_000)}@`);
    }
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
