import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anInvoke, teamsUser } from '../../support/activities.ts';
import { type AsPerson, ada, databricks, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud } from '../../support/shownTo.ts';

let bot: AsPerson;

beforeEach(async () => {
  bot = await openAsPerson();
});
afterEach(() => bot.close());

/** Someone in Teams, as their own account says. */
function inTeams({ oid, name }: typeof ada, place = `a:${oid}`) {
  const from = { ...teamsUser, id: `29:${oid}`, name, aadObjectId: oid };
  const person = aPersonAt(bot, place, { scene: 'personal', from });
  const cards = () =>
    person
      .messages()
      .flatMap(({ attachments = [] }) =>
        attachments.filter(({ contentType }) => contentType.endsWith('.oauth')),
      );
  const invoke = (name: string, value: object) =>
    bot.post(
      anInvoke({
        scene: 'personal',
        from,
        conversation: { id: place, conversationType: 'personal' },
        name,
        value,
      }),
    );
  return {
    ...person,
    from,
    cards,
    invoke,
    /** What a client of Teams does when it sees a card. */
    exchange: (as: typeof ada) => {
      const { tokenExchangeResource } = cards().at(-1)?.content as {
        tokenExchangeResource: { id: string };
      };
      return invoke('signin/tokenExchange', {
        id: tokenExchangeResource.id,
        connectionName: databricks,
        token: bot.tokens.ssoTokenFor(as),
      });
    },
  };
}

describe('in Teams', () => {
  it('asks to sign in, and answers the question after that without asking again', async () => {
    const person = inTeams(ada);
    await person.write('What is the total revenue?');
    await bot.connector.waitFor(() => person.cards()[0]);
    expect(bot.genie.messages()).toEqual([]);
    expect(await person.exchange(ada)).toMatchObject({ status: 200 });
    const answer = await bot.connector.waitFor(() => person.answers()[0]);
    expect(readAloud(answer)).toMatch(/revenue/i);
    expect(bot.genie.messages()).toHaveLength(1);
    expect(new Set(bot.callersOf(/./))).toEqual(new Set(['Ada Lovelace']));
  });

  it('gives each person the answer that their rights allow', async () => {
    const [one, other] = [inTeams(ada), inTeams(erik)];
    for (const [person, as] of [
      [one, ada],
      [other, erik],
    ] as const) {
      await person.write('Total revenue by region');
      await bot.connector.waitFor(() => person.cards()[0]);
      expect(await person.exchange(as)).toMatchObject({ status: 200 });
    }
    const [all, some] = await Promise.all(
      [one, other].map((person) => bot.connector.waitFor(() => person.answers()[0])),
    );
    expect(readAloud(all!)).toMatch(/Asia/);
    expect(readAloud(some!)).not.toMatch(/Asia/);
    expect(readAloud(some!)).toMatch(/Europe/);
  });
});
