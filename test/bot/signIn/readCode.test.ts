import { describe, expect, it } from 'vitest';
import { readCode } from '../../../src/bot/signIn/readCode.ts';

describe('a code', () => {
  it.each([
    '012345',
    '  012345\n',
    '０１２３４５',
    '012 345',
    '012-345',
    '012\u00a0345',
    '“012345”',
    '012345.',
    '(012345)',
    '#012345',
    '\u200b012345\u200e',
    'code: 012345',
    'Code 012345',
    'My code is 012345.',
    'It’s 012345, thanks!',
    'here is the code: 012-345',
  ])('is read from %j', (text) => {
    expect(readCode(text)).toBe('012345');
  });

  it.each([
    '',
    '12345',
    '1234567',
    '12 34 56',
    '1 2 3 4 5 6',
    '1234 56',
    '012345 678901',
    '012345 or 012346',
    'Revenue of order 012345',
    'postal code 012345',
    '012345 in Europe',
    'a012345b',
    'code',
    'the code is 12345',
    `${' '.repeat(60)}012345`,
    '٠١٢٣٤٥',
  ])('isn’t read from %j', (text) => {
    expect(readCode(text)).toBeUndefined();
  });
});
