import { describe, expect, it } from 'vitest';
import { endedRuns } from '../../support/aSubscriber.ts';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { closeAfterEach } from '../../support/closeAfterEach.ts';
import { type AsPerson, ada, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { openAt, type Timed } from '../../support/openAt.ts';
import { aPageVisitor } from '../../support/page/aPageVisitor.ts';
import { openWithPage } from '../../support/page/openWithPage.ts';
import { readAloud } from '../../support/shownTo.ts';
import { signInCardsIn } from '../../support/signInCardsIn.ts';
import { until } from '../../support/until.ts';

/** Nine o’clock in Berlin is 8:00 in UTC. */
const thursday = '2026-11-26T07:30:00Z';
const friday = { due: '2026-11-27T08:00:01Z', before: '2026-11-27T07:59:30Z' };
const saturday = '2026-11-28T08:00:01Z';
const sunday = '2026-11-29T08:00:01Z';

const spoken = 'subscribe every day at 9:00: Revenue by region';

const closing = closeAfterEach();

/** Someone who subscribed on Thursday after nine, signed in at that time. */
async function open(
  ...subscriptions: string[]
): Promise<{ bot: Timed<AsPerson>; person: TeamsPerson }> {
  const bot = closing(await openAt(thursday, { hasBotToken: true } as object, openAsPerson));
  const person = aTeamsPerson(bot, ada);
  await person.signIn();
  bot.goTo('2026-11-26T08:30:00Z');
  for (const text of subscriptions.length > 0 ? subscriptions : [spoken]) await person.hear(text);
  return { bot, person };
}

/** By this time, nobody's sign-in lasts. */
function signedOutAt(time: string, bot: Timed<AsPerson>): void {
  bot.tokens.expireAll();
  bot.goTo(time);
}

const asked = (bot: AsPerson) => bot.genie.messages().map(({ content }) => content);
const answered = (bot: AsPerson, person: TeamsPerson, count = 1) =>
  bot.connector.waitFor(() => person.answers()[count - 1]);
/** Resolves once what they typed has ended, as they didn't sign in for it in time. */
const typedEnded = (bot: AsPerson) =>
  until(() =>
    bot.log.some(
      ({ event, subscriptionId }) => event === 'question.ended' && subscriptionId === undefined,
    ),
  );

describe('a subscription of someone who asks as themselves', () => {
  it('runs with their rights while their sign-in lasts, and asks for none', async () => {
    const { bot, person } = await open();
    bot.goTo('2026-11-27T07:40:00Z');
    await person.signIn();
    bot.goTo(friday.due);
    await answered(bot, person);
    expect(bot.callersOf(/start-conversation/)).toEqual([ada.name]);
    expect(person.cards()).toEqual([]);
  });

  it('asks them once to sign in when it’s due, not before, and brings the answer after it', async () => {
    const { bot, person } = await open();
    signedOutAt(friday.before, bot);
    await bot.settled();
    expect(person.cards()).toEqual([]);
    bot.goTo(friday.due);
    const card = await person.card();
    expect(card.text).toContain('“Revenue by region”');
    expect(card.text).not.toContain('15 minutes');
    expect(card.text).toContain('If it doesn’t work, type “sign in”.');
    expect(card.buttons).toHaveLength(1);
    expect(asked(bot)).toEqual([]);
    bot.goTo('2026-11-27T14:00:00Z');
    expect((await person.exchange()).status).toBe(200);
    const answer = await answered(bot, person);
    expect(readAloud(answer)).toContain('Europe');
    await endedRuns(bot, 1);
    expect(asked(bot)).toEqual(['Revenue by region']);
    expect(new Set(bot.callersOf(/start-conversation/))).toEqual(new Set([ada.name]));
    expect(person.cards()).toHaveLength(1);
    expect(person.answers()).toHaveLength(1);
  });

  it('sends no second card on the days after, and says with the answer what it skipped', async () => {
    const { bot, person } = await open();
    signedOutAt(friday.due, bot);
    await person.card();
    for (const day of ['2026-11-28T07:41:00Z', saturday, '2026-11-29T07:41:00Z', sunday]) {
      bot.goTo(day);
      await bot.settled();
    }
    expect(person.cards()).toHaveLength(1);
    expect(person.messages().filter((each) => each.attachments?.length).length).toBe(2);
    await person.exchange();
    const answer = await answered(bot, person);
    expect(readAloud(answer)).toMatch(/last 2 times/);
    await bot.settled();
    expect(asked(bot)).toEqual(['Revenue by region']);
    expect(person.answers()).toHaveLength(1);
  });

  it('shares one card with all others of theirs, and one sign-in brings all their answers', async () => {
    const { bot, person } = await open(spoken, 'subscribe every day at 9:00: Revenue by product');
    signedOutAt(friday.due, bot);
    await person.card();
    await bot.settled();
    expect(person.cards()).toHaveLength(1);
    await person.exchange();
    await answered(bot, person, 2);
    await endedRuns(bot, 2);
    expect(asked(bot).sort()).toEqual(['Revenue by product', 'Revenue by region']);
    expect(person.cards()).toHaveLength(1);
  });

  it('and what they type meanwhile don’t take each other’s place', async () => {
    const { bot, person } = await open();
    signedOutAt(friday.due, bot);
    await person.card();
    await person.write('Revenue by product');
    const second = await person.card(2);
    expect(second.text).not.toContain('replaces');
    await person.exchange();
    await answered(bot, person, 2);
    await endedRuns(bot, 1);
    expect(asked(bot).sort()).toEqual(['Revenue by product', 'Revenue by region']);
  });

  it('still waits after what they typed has waited too long', async () => {
    const { bot, person } = await open();
    signedOutAt(friday.due, bot);
    await person.card();
    await person.write('Revenue by product');
    await person.card(2);
    bot.goTo('2026-11-27T11:00:00Z');
    await typedEnded(bot);
    // Links to sign in don't live that long.
    await person.write('sign in');
    await person.card(3);
    expect((await person.verify(person.pressButton())).status).toBe(200);
    await answered(bot, person);
    await endedRuns(bot, 1);
    expect(asked(bot)).toEqual(['Revenue by region']);
  });

  it('isn’t brought to another account that signs in, and waits on for theirs', async () => {
    const { bot, person } = await open();
    signedOutAt(friday.due, bot);
    await person.card();
    await person.exchange(erik);
    await bot.settled();
    expect(person.last()).toContain('another account');
    expect(asked(bot)).toEqual([]);
    await person.exchange();
    await answered(bot, person);
    expect(new Set(bot.callersOf(/start-conversation/))).toEqual(new Set([ada.name]));
  });

  it('asks once when they have signed out, and again when a later sign-in has ended, too', async () => {
    const { bot, person } = await open();
    await person.hear('logout');
    bot.goTo(friday.due);
    await person.card();
    await person.exchange();
    await answered(bot, person);
    await endedRuns(bot, 1);
    signedOutAt(saturday, bot);
    await person.card(2);
    await person.exchange();
    await answered(bot, person, 2);
    expect(asked(bot)).toHaveLength(2);
  });

  it('that is paused while it waits brings nothing after the sign-in', async () => {
    const { bot, person } = await open();
    const [confirmed] = person.messages();
    signedOutAt(friday.due, bot);
    await person.card();
    if (confirmed === undefined) throw new Error('There is no confirmation');
    await person.click(confirmed, { action: 'unsubscribe' });
    await person.exchange();
    await endedRuns(bot, 1);
    expect(asked(bot)).toEqual([]);
    expect(person.answers()).toEqual([]);
  });

  it('shows its card again once nobody has answered it for a week', async () => {
    const { bot, person } = await open('subscribe every monday at 9:00: Revenue by region');
    signedOutAt('2026-11-30T08:00:01Z', bot);
    await person.card();
    bot.goTo('2026-12-01T09:00:00Z');
    await endedRuns(bot, 1);
    bot.goTo('2026-12-07T08:00:10Z');
    await person.card(2);
    await person.exchange();
    expect(readAloud(await answered(bot, person))).toMatch(/last time, on/);
    expect(person.answers()).toHaveLength(1);
  });
});

describe('a subscription in a group of someone who asks as themselves', () => {
  it('asks them to sign in in their own chat, and says nothing in the group', async () => {
    const bot = closing(await openAt(thursday, { hasBotToken: true } as object, openAsPerson));
    const own = aTeamsPerson(bot, ada);
    await own.signIn();
    const group = aTeamsPerson(bot, ada, { scene: 'group', place: '19:sales@thread.v2' });
    bot.goTo('2026-11-26T08:30:00Z');
    await group.hear(spoken);
    const before = group.messages().length;
    signedOutAt(friday.due, bot);
    await own.card();
    await bot.settled();
    expect(group.messages()).toHaveLength(before);
    await own.exchange();
    // With their rights, answers are private: they come to their own chat.
    await bot.connector.waitFor(() => own.answers()[0] ?? group.answers()[0]);
    await endedRuns(bot, 1);
    expect(group.messages()).toHaveLength(before);
    expect(asked(bot)).toEqual(['Revenue by region']);
  });

  it('tells them in the group, once, if no chat can be opened with them, and goes on when they open it', async () => {
    const bot = closing(await openAt(thursday, {}, openAsPerson));
    bot.goTo('2026-11-26T08:30:00Z');
    const own = aTeamsPerson(bot, ada);
    const group = aTeamsPerson(bot, ada, { scene: 'group', place: '19:sales@thread.v2' });
    await group.hear(spoken);
    const before = group.messages().length;
    bot.connector.faults.next({ path: /\/v3\/conversations$/ }, { status: 403 }, 50);
    for (const time of [friday.due, '2026-11-28T07:41:00Z', saturday]) {
      bot.goTo(time);
      await bot.connector.waitFor(() => group.messages()[before]);
      await bot.settled();
    }
    expect(group.messages().slice(before).map(readAloud)).toEqual([
      `${ada.name}, your subscription is due: “Revenue by region”. To get the answer, open a chat with me and type “sign in”.`,
    ]);
    await own.write('sign in');
    await own.card();
    await own.exchange();
    await bot.connector.waitFor(() => own.answers()[0]);
    expect(asked(bot)).toEqual(['Revenue by region']);
  });
});

describe('a subscription on the page of someone who asks as themselves', () => {
  async function openPage() {
    const bot = closing(
      await openAt(thursday, {}, (options) => openWithPage(options, openAsPerson)),
    );
    const visitor = aPageVisitor(bot, ada);
    const session = await visitor.open();
    const { conversationId } = session;
    const person = visitor.at(session);
    bot.goTo('2026-11-26T08:30:00Z');
    await person.hear(spoken);
    bot.goTo(friday.due);
    const cards = () => signInCardsIn(bot.connector, conversationId);
    const card = await bot.connector.waitFor(() => cards()[0]);
    await bot.settled();
    return { bot, visitor, session, person, cards, card };
  }

  it('waits in their chat until they open the page again, which signs them in', async () => {
    const { bot, session, person, cards, card } = await openPage();
    expect(card.text).toContain('“Revenue by region”');
    bot.goTo('2026-11-27T13:00:00Z');
    const { conversationId } = session;
    const signedIn = aPageVisitor(bot, { ...ada, token: bot.tokens.ssoTokenFor(ada) });
    await signedIn.open({ conversationId });
    await bot.connector.waitFor(() => person.answers()[0]);
    await endedRuns(bot, 1);
    expect(asked(bot)).toEqual(['Revenue by region']);
    expect(cards()).toHaveLength(1);
    expect(new Set(bot.callersOf(/start-conversation/))).toEqual(new Set([ada.name]));
  });

  it('is brought by the digits that they type, also after what they typed elsewhere waited too long', async () => {
    const { bot, visitor, session, person } = await openPage();
    bot.goTo('2026-11-27T13:00:00Z');
    const other = visitor.at(await visitor.open());
    await other.write('Revenue by product');
    await bot.connector.waitFor(() => other.messages()[0]);
    bot.goTo('2026-11-27T14:00:00Z');
    await typedEnded(bot);
    await visitor.open({ conversationId: session.conversationId });
    await person.write(bot.tokens.finish(ada, { userId: session.userId }) ?? '');
    await bot.connector.waitFor(() => person.answers()[0]);
    await endedRuns(bot, 1);
    expect(asked(bot).filter((text) => text === 'Revenue by region')).toHaveLength(1);
  });
});
