import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/genie/http/redact.ts';

const question = 'How much does Ada Lovelace\nearn a month, "all in"?';

describe('the message of an error', () => {
  it.each([
    ['whole', question],
    ['as JSON', JSON.stringify({ content: question })],
    [
      'as Python writes it',
      String.raw`{'content': 'How much does Ada Lovelace\nearn a month, "all in"?'}`,
    ],
    [
      'shortened in the middle',
      `[input_value={'content': 'How much does Ada Lov...month, "all in"?'}]`,
    ],
    ['cut at its end', 'ValueError: How much does Ada Lovel'],
  ])('doesn’t quote what was asked: %s', (_how, quoted) => {
    const said = redact(`Invalid input: ${quoted}`, ['secret-token', question]);
    expect(said).toMatch(/^Invalid input: |^ValueError/);
    expect(said).not.toMatch(/Ada|Lovelace|earn|all in/);
  });

  it('keeps what only has a word or two in common with it', () => {
    const said = 'The user does not have access to that endpoint';
    expect(redact(said, ['Which endpoint does not answer?'])).toBe(said);
  });

  it('doesn’t take long, however much was said before', () => {
    const texts = Array.from({ length: 40 }, (_, index) => `${index} `.repeat(30_000));
    const startedAt = performance.now();
    redact('x0 '.repeat(300_000), texts);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});
