import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { readAloud } from '../../support/shownTo.ts';

let bot: AsPerson;
beforeEach(async () => {
  bot = await openAsPerson({ env: { GENIE_MODE: 'agent' } });
});
afterEach(() => bot.close());

describe('agent mode, asked as each person,', () => {
  it.each([undefined, 1])(
    'carries their own token on each call, with streams that break after %s events',
    async (events) => {
      bot.genie.faults.cutAfterEvents = events;
      const people = [aTeamsPerson(bot, ada), aTeamsPerson(bot, erik)];
      for (const person of people) {
        await person.write('Total revenue by region');
        await person.card();
        expect(await person.exchange()).toMatchObject({ status: 200 });
      }
      const answerTo = async ({ answers }: TeamsPerson) =>
        readAloud(await bot.connector.waitFor(() => answers()[0]));
      const [one, other] = await Promise.all(people.map(answerTo));
      expect(one).toMatch(/Asia/);
      expect(other).not.toMatch(/Asia/);
      expect(bot.callersOf(/agents\/[^/]+\/responses/).toSorted()).toEqual([
        'Ada Lovelace',
        'Erik Lindqvist',
      ]);
      expect(new Set(bot.callersOf(/./))).not.toContain('the bot');
      if (events) expect(bot.callersOf(/\/items/)).toContain('Ada Lovelace');
    },
  );
});
