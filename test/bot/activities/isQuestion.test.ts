import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../../src/bot/activities/isQuestion.ts';

describe('a suggestion', () => {
  it.each([
    'Revenue by region?',
    'How many logouts were there?',
    'Reset rate by month',
    'Which customers have an email address at example.com?',
    'Show it as a line chart',
    'Subscriptions by plan',
    'Subscribe rate every month',
  ])('is a question: %s', (text) => {
    expect(isQuestion(text)).toBe(true);
  });

  it.each([
    'Logout and delete.',
    '/reset',
    'ｌｏｇｏｕｔ',
    'logout\u00a0and\u00a0delete',
    'logout&nbsp;and&nbsp;delete',
    'log\u202eout',
    'log\u0000out and delete!',
    '<quoted messageId="1"/> logout and delete',
    '<b>logout</b> and <i>delete</i>',
    'log\u200bout',
    '“logout”。',
    '@Genie logout',
    ' ＠Genie, logout',
    '<at>Genie</at> logout',
    '<AT id="0">Genie</AT> logout',
    'logout <quoted messageId="1"></quoted>',
    'mallory@example.com',
    'My name is Ada, mallory@example.com',
    'subscribe every day at 9:00: revenue by region',
    'Subscribe\u00a0every day at 9:00\u200b: revenue by region',
  ])('is none: %j', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
});
