import { describe, expect, it } from 'vitest';
import { sorryText } from '../../../src/bot/messages/sorryText.ts';
import { AppError, type ErrorCode } from '../../../src/common/errors.ts';
import { CourierError } from '../../../src/questions/ports.ts';
import { openInProcess } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

const read = (error: unknown) => sorryText('That failed.', error, 'a1b2', 'admin@example.com');

describe('what a person reads of a failure', () => {
  it.each<[ErrorCode, RegExp]>([
    ['genie-throttled', /^That failed\. Genie has reached .* try again in a minute\. \(Error id/],
    ['conversation-gone', /no longer has our conversation/],
    ['storage', /couldn’t save my work/],
    ['internal', /on our side/],
  ])('says of %s what went wrong, and what to do', (code, words) => {
    const text = read(new AppError(code, 'inner details'));
    expect(text).toMatch(words);
    expect(text).toMatch(/\(Error id a1b2\)$/);
    expect(text).not.toMatch(/admin@example\.com|inner details/);
  });

  it.each<ErrorCode>(['genie-forbidden', 'genie-unauthorized', 'config', 'no-space'])(
    'names who can help with %s, and asks nobody to try again',
    (code) => {
      const text = read(new AppError(code, 'inner details'));
      expect(text).toMatch(/Please tell admin@example\.com/);
      expect(text).not.toMatch(/try again/);
    },
  );

  it('says of a channel that took nothing that it did not', () => {
    expect(read(new CourierError('refused', 'x', undefined))).toMatch(/couldn’t deliver it here/);
  });
});

it('a click, a command and a rating that fail say why', async () => {
  const bot = await openInProcess({ env: { ADMIN_CONTACT_EMAIL: 'admin@example.com' } });
  const ada = aPersonAt(bot, 'place');
  const answer = await ada.ask('Revenue by region');
  const forbidden = { status: 403, body: {} };
  const why = /doesn’t have permission to use Genie.*Please tell admin@example\.com.*Error id/;
  bot.genie.faults.next({ method: 'GET', path: '/messages/' }, forbidden);
  expect(readAloud(await ada.hear('sql'))).toMatch(why);
  bot.genie.faults.next({ path: /feedback$/ }, forbidden);
  await ada.react(answer, 'like');
  expect(ada.last()).toMatch(/^Your rating did not reach Genie\./);
  expect(ada.last()).toMatch(why);
  await bot.close();
});
