import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/bot/commands/parseCommand.ts';

describe('a command', () => {
  it.each([
    ['help', 'help'],
    ['Help!', 'help'],
    ['/HELP', 'help'],
    [' who  am I? ', 'whoami'],
    ['RESET.', 'reset'],
    ['New chat', 'reset'],
    ['start over…', 'reset'],
    ['info', 'info'],
    ['Log out', 'logout'],
    ['logout and delete', 'logout and delete'],
    ['e-mail', 'email'],
    ['Stop!', 'cancel'],
    ['/spaces', 'spaces'],
    ['History', 'history'],
    ['Show me the SQL', 'sql'],
    ['feedback', 'feedback'],
    ['\u200bhelp', 'help'],
    ['he\u200blp\u200b', 'help'],
    ['\u200fhelp\u200e', 'help'],
    ['help\u2060 \ufeff', 'help'],
    ['\u2067reset\u2069', 'reset'],
    ['log\u00adout', 'logout'],
    ['help\ufe0f', 'help'],
    ['help。', 'help'],
    ['help｡', 'help'],
    ['help！', 'help'],
    ['help？', 'help'],
    ['help؟', 'help'],
    ['help।', 'help'],
    ['help,', 'help'],
    ['help;', 'help'],
    ['help -', 'help'],
    ['ｈｅｌｐ', 'help'],
    ['／ｈｅｌｐ', 'help'],
    ['ＮＥＷ　ＣＨＡＴ', 'reset'],
    ['new\u00a0chat', 'reset'],
    ['new\u202f\u2007chat', 'reset'],
    ['“help”', 'help'],
    ['"help"', 'help'],
    ["'help'", 'help'],
    ['„help“', 'help'],
    ['«help»', 'help'],
    ['「help」', 'help'],
    ['`help`', 'help'],
    ['**help**', 'help'],
    ['(help)', 'help'],
    ['<help>', 'help'],
    ['“logout and delete”.', 'logout and delete'],
    ['¿help?', 'help'],
    ['#help', 'help'],
    ['- help', 'help'],
  ])('is the whole message: %j', (text, command) => {
    expect(parseCommand(text)?.name).toBe(command);
  });

  it.each([
    'Reset rate by month',
    'help desk tickets per agent',
    'logout events yesterday',
    'messages per day',
    'new customers this month',
    'information about orders',
    'history of prices',
    'cancel rate by region',
    'feedback by product',
    'spaces per building',
    'sql server licences',
    'constructor',
    '__proto__',
    '/',
    '',
    '?',
    '。',
    '\u200b',
    '“help” in reviews',
    'help 2',
    'help%20',
    '$help',
    'hélp',
    'help+',
  ])('is not a part of a question: %j', (text) => {
    expect(parseCommand(text)).toBeUndefined();
  });

  it('with another word before or after it is a question', () => {
    const command = fc.constantFrom(
      'help',
      'reset',
      'logout',
      'cancel',
      'sql',
      'history',
      'spaces',
    );
    const word = fc.stringMatching(/^[a-z]{4,12}$/).filter((text) => text !== 'show');
    fc.assert(
      fc.property(command, word, (name, more) => {
        expect(parseCommand(`${name} ${more} by month`)).toBeUndefined();
        expect(parseCommand(`${more} ${name}`)).toBeUndefined();
      }),
    );
  });
});
