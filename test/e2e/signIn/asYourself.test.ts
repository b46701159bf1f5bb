import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { readAloud } from '../../support/shownTo.ts';

let bot: AsPerson;

beforeEach(async () => {
  bot = await openAsPerson();
});
afterEach(() => bot.close());

describe('in Teams', () => {
  it('asks to sign in, and answers the question after that without asking again', async () => {
    const person = aTeamsPerson(bot, ada);
    await person.write('What is the total revenue?');
    await person.card();
    expect(bot.genie.messages()).toEqual([]);
    expect(await person.exchange()).toMatchObject({ status: 200 });
    const answer = await bot.connector.waitFor(() => person.answers()[0]);
    expect(readAloud(answer)).toMatch(/revenue/i);
    expect(bot.genie.messages()).toHaveLength(1);
    expect(new Set(bot.callersOf(/./))).toEqual(new Set(['Ada Lovelace']));
  });

  it('gives each person the answer that their rights allow', async () => {
    const [one, other] = [aTeamsPerson(bot, ada), aTeamsPerson(bot, erik)];
    for (const person of [one, other]) {
      await person.write('Total revenue by region');
      await person.card();
      expect(await person.exchange()).toMatchObject({ status: 200 });
    }
    const answerTo = async ({ answers }: TeamsPerson) =>
      readAloud(await bot.connector.waitFor(() => answers()[0]));
    expect(await answerTo(one)).toMatch(/Asia/);
    expect(await answerTo(other)).not.toMatch(/Asia/);
    expect(await answerTo(other)).toMatch(/Europe/);
  });
});
