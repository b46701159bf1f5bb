import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/bot/commands.ts';

describe('a command', () => {
  it.each([
    ['help', 'help'],
    ['Help!', 'help'],
    ['/HELP', 'help'],
    [' who  am I? ', 'whoami'],
    ['RESET.', 'reset'],
    ['New chat', 'reset'],
    ['info', 'info'],
  ])('is the whole message: %j', (text, command) => {
    expect(parseCommand(text)).toBe(command);
  });

  it.each([
    'Reset rate by month',
    'help desk tickets per agent',
    'new customers this month',
    'information about orders',
    'constructor',
    '',
  ])('is not a part of a question: %j', (text) => {
    expect(parseCommand(text)).toBeUndefined();
  });
});
