import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AsPerson, openAsPerson } from '../../support/openAsPerson.ts';

let bot: AsPerson;
beforeEach(async () => {
  bot = await openAsPerson();
});
afterEach(() => bot.close());

const failed = async () => {
  const { ready, checks } = await bot.app.checkReadiness();
  const entries = Object.entries(checks).filter(([, { ok }]) => !ok);
  expect(ready).toBe(entries.length === 0);
  return Object.fromEntries(entries.map(([part, { code }]) => [part, code]));
};

describe('a bot that asks as each person', () => {
  it('is ready without a token of its own, and asks Genie only whether it answers', async () => {
    const { ready, checks } = await bot.app.checkReadiness();
    expect(ready).toBe(true);
    expect(Object.keys(checks)).toEqual(['storage', 'signIn', 'genie']);
    expect(bot.genie.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(bot.tokens.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it.each([401, 403, 404])(
    'is ready if Genie answers %d: a refusal is an answer',
    async (status) => {
      bot.genie.faults.next({ times: 10 }, { status });
      expect(await failed()).toEqual({});
    },
  );

  it('isn’t ready if Genie doesn’t answer', async () => {
    bot.genie.faults.next({ times: 10 }, { status: 503 });
    expect(await failed()).toEqual({ genie: 'genie-unavailable' });
  });

  it.each([{ status: 500 }, { status: 401 }, { drop: true }])(
    'isn’t ready if the token service answers %j',
    async (fault) => {
      bot.tokens.faults.next({ path: 'GetToken' }, fault);
      expect(await failed()).toEqual({ signIn: 'sign-in-unavailable' });
      expect(await failed()).toEqual({});
    },
  );
});
