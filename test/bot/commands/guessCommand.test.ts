import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessCommand } from '../../../src/bot/commands/guessCommand.ts';

describe('a lone word that is nearly a command', () => {
  it.each([
    ['halp', 'help'],
    ['rest', 'reset'],
    ['Rseet!', 'reset'],
    ['hitory', 'history'],
    ['histoory', 'history'],
    ['/cancle', 'cancel'],
    ['emial', 'email'],
    ['ha\u200blp。', 'help'],
    ['“ｈａｌｐ”', 'help'],
  ])('is taken for it: %j', (word, command) => {
    expect(guessCommand(word)?.name).toBe(command);
  });

  it.each([
    'sales',
    'help',
    'hello',
    'sq',
    'statu',
    'new',
    'halp me',
    'revenue',
    '2026',
    'rest of world',
    '',
  ])('is not seen in %j', (text) => {
    expect(guessCommand(text)).toBeUndefined();
  });

  it('is found whichever one letter is wrong, missing or too many', () => {
    const name = fc.constantFrom('whoami', 'logout', 'history', 'feedback', 'spaces');
    const slip = fc.record({
      at: fc.nat(20),
      put: fc.stringMatching(/^[a-z]?$/),
      drop: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(name, slip, (command, { at, put, drop }) => {
        const start = at % command.length;
        const word = command.slice(0, start) + put + command.slice(start + drop);
        expect(guessCommand(word)?.name).toBe(word === command ? undefined : command);
      }),
    );
  });
});
