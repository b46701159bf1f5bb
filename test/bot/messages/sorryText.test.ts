import { describe, expect, it } from 'vitest';
import { sorryText } from '../../../src/bot/messages/sorryText.ts';
import { AppError, type ErrorCode } from '../../../src/common/errors.ts';
import { CourierError } from '../../../src/questions/ports.ts';
import { openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';
import { testReader } from '../../support/testReader.ts';

const about = { lead: 'That failed.', errorId: 'a1b2', adminContact: 'admin@example.com' };
const read = (error: unknown) => sorryText({ ...about, error }, testReader().texts);

describe('what a person reads about a failure', () => {
  it.each<[ErrorCode, RegExp]>([
    ['genie-throttled', /^That failed\. Genie has reached .* try again in a minute\. \(Error ID/],
    ['conversation-gone', /no longer has our conversation/],
    ['storage', /couldn’t save my work/],
    ['internal', /on our side/],
  ])('says for %s what went wrong, and what to do', (code, words) => {
    const text = read(new AppError(code, 'inner details'));
    expect(text).toMatch(words);
    expect(text).toMatch(/\(Error ID: a1b2\)$/);
    expect(text).not.toMatch(/admin@example\.com|inner details/);
  });

  it.each<ErrorCode>(['genie-forbidden', 'genie-unauthorized', 'config', 'no-space'])(
    'says who can help with %s, and does not suggest trying again',
    (code) => {
      const text = read(new AppError(code, 'inner details'));
      expect(text).toMatch(/Please contact admin@example\.com/);
      expect(text).not.toMatch(/try again/);
    },
  );

  it('says that the channel did not accept anything', () => {
    expect(read(new CourierError('refused', 'x', undefined))).toMatch(/couldn’t deliver it here/);
  });
});

it('a click, a command and a rating that fail say why', async () => {
  const bot = await openInProcess({ env: { ADMIN_CONTACT_EMAIL: 'admin@example.com' } });
  const ada = aPersonAt(bot, 'place');
  const answer = await ada.ask('Revenue by region');
  const forbidden = { status: 403, body: {} };
  const why = /doesn’t have permission to use Genie.*Please contact admin@example\.com.*Error ID/;
  bot.genie.faults.next({ method: 'GET', path: '/messages/' }, forbidden);
  expect(readAloud(await ada.hear('sql'))).toMatch(why);
  bot.genie.faults.next({ path: /feedback$/ }, forbidden);
  await ada.react(answer, 'like');
  expect(ada.last()).toMatch(/^Your rating couldn’t be sent to Genie\./);
  expect(ada.last()).toMatch(why);
  await bot.close();
});
