import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCardSubmit } from '../../support/activities.ts';
import { aWebVisitor, type WebVisitor } from '../../support/aWebVisitor.ts';
import { createMovableClock, type MovableClock } from '../../support/movableClock.ts';
import { type AsPerson, ada, databricks, erik, openAsPerson } from '../../support/openAsPerson.ts';
import { openLink } from '../../support/openLink.ts';
import { linksOf, readAloud, submitsOf } from '../../support/shownTo.ts';

const minute = 60_000;

let bot: AsPerson;
let clock: MovableClock;
let visitor: WebVisitor;
/** Says that they are the same user, in a conversation of their own. */
let mallory: WebVisitor;

beforeEach(async () => {
  clock = createMovableClock();
  bot = await openAsPerson({
    hasBotToken: true,
    clock,
    connector: { channel: 'webchat' },
    env: { USER_QUESTIONS_PER_MINUTE: '1000', PUBLIC_BASE_URL: 'http://localhost:1' },
  });
  visitor = aWebVisitor(bot, 'dl_ada');
  mallory = aWebVisitor(bot, 'dl_ada', 'web-mallory');
});
afterEach(() => bot.close());

const asked = () => bot.genie.messages().map(({ content }) => content);
async function ask(person: WebVisitor, text = 'Revenue by region') {
  const before = person.cards().length;
  await person.write(text);
  return bot.connector.waitFor(() => person.cards()[before]);
}
const answered = (person: WebVisitor) => bot.connector.waitFor(() => person.answers()[0]);
const spoken = (person: WebVisitor) => person.messages().map(readAloud).join('\n');
/** Whether anything that Genie said reached a conversation. */
const sawData = (person: WebVisitor) => /Europe|Asia|SELECT|€|\d\.\d/.test(spoken(person));

describe('the event tokens/response', () => {
  it('of a bound page completes the sign-in without a code', async () => {
    await ask(visitor);
    visitor.signInOnBoundPage(ada);
    await visitor.sendEvent();
    await answered(visitor);
    expect(asked()).toEqual(['Revenue by region']);
    expect(spoken(visitor)).toMatch(/signed in as Ada/);
  });

  it('sent twice asks once', async () => {
    await ask(visitor);
    visitor.signInOnBoundPage(ada);
    await Promise.all([visitor.sendEvent(), visitor.sendEvent()]);
    await visitor.sendEvent();
    await answered(visitor);
    await bot.settled();
    expect(asked()).toEqual(['Revenue by region']);
    expect(spoken(visitor).match(/signed in as/g)).toHaveLength(1);
  });

  it.each([
    ['a forged token', { connectionName: databricks, token: 'forged' }],
    ['nothing', {}],
    ['another connection', { connectionName: 'graph', token: 'x' }],
    ['garbage', { token: { a: 'b' }, expiration: 'yesterday' }],
  ])('with %s proves nothing', async (_what, value) => {
    await ask(visitor);
    await visitor.sendEvent(value);
    await bot.settled();
    expect(bot.genie.requests).toEqual([]);
    expect(visitor.messages()).toHaveLength(1);
    expect(bot.secretsInLog('forged')).toEqual([]);
  });

  it('with another person’s real token doesn’t make it the sender’s', async () => {
    const other = aWebVisitor(bot, 'dl_erik');
    await other.signIn(erik);
    const token = bot.tokens.ssoTokenFor(erik);
    await ask(visitor);
    await visitor.sendEvent({ connectionName: databricks, token });
    await bot.settled();
    expect(bot.genie.requests).toEqual([]);
  });

  it('without a card is ignored', async () => {
    await visitor.sendEvent();
    expect(bot.tokens.requests).toEqual([]);
    expect(visitor.messages()).toEqual([]);
  });
});

describe('who claims another’s user id', () => {
  it('can’t use their sign-in, nor see what they were told', async () => {
    await visitor.signIn(ada);
    await visitor.ask('Revenue by region');
    await ask(mallory);
    await mallory.sendEvent();
    await mallory.write('sql');
    await mallory.hear('history');
    await bot.settled();
    expect(sawData(mallory)).toBe(false);
    expect(asked()).toEqual(['Revenue by region']);
    // Their victim notices nothing.
    await visitor.ask('Revenue by product');
    expect(visitor.cards()).toHaveLength(1);
  });

  it('can’t use it although they asked for it a moment later', async () => {
    await ask(visitor);
    visitor.signInOnBoundPage(ada);
    await visitor.sendEvent();
    await answered(visitor);
    await ask(mallory);
    await mallory.sendEvent();
    await bot.settled();
    expect(mallory.answers()).toEqual([]);
    expect(asked()).toEqual(['Revenue by region']);
  });

  it('can’t catch a sign-in by waiting for it first', async () => {
    await ask(mallory, 'Mallory’s revenue by region');
    await ask(visitor);
    visitor.signInOnBoundPage(ada);
    await mallory.sendEvent();
    await bot.settled();
    expect(mallory.answers()).toEqual([]);
  });

  it('can’t catch it by asking between the sign-in and its event, nor by starting over', async () => {
    await ask(visitor);
    visitor.signInOnBoundPage(ada);
    await ask(mallory, 'Mallory’s revenue by region');
    await mallory.sendEvent();
    await mallory.write('sign in');
    await mallory.sendEvent();
    await bot.settled();
    expect(mallory.answers()).toEqual([]);
    expect(bot.genie.requests).toEqual([]);
    expect(spoken(mallory)).toMatch(/Another chat is waiting/);
    expect(bot.log).toContainEqual(expect.objectContaining({ event: 'signIn.contested' }));
  });

  it('can’t use a token that a logout left at the token service', async () => {
    await visitor.signIn(ada);
    bot.tokens.faults.next({ path: 'SignOut' }, { status: 500 });
    expect(readAloud(await visitor.hear('logout'))).toMatch(/couldn’t reach the service/);
    await ask(mallory);
    await bot.settled();
    expect(bot.genie.requests).toEqual([]);
    // And it can be tried again.
    await visitor.hear('logout');
    expect(bot.tokens.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
  });

  it('signs nobody out but themselves', async () => {
    await visitor.signIn(ada);
    expect(readAloud(await mallory.hear('logout'))).toMatch(/weren’t signed in/);
    expect(bot.tokens.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
    await visitor.ask('Revenue by region');
    expect(visitor.cards()).toHaveLength(1);
  });

  it('who signs in as themselves doesn’t get into the other’s conversation, nor the other into theirs', async () => {
    await visitor.signIn(ada);
    await visitor.ask('Revenue by region');
    await mallory.signIn(erik);
    const answer = await mallory.ask('Revenue by region');
    expect(readAloud(answer)).not.toMatch(/Asia/);
    // The token service has one token for the two: it's Mallory's now.
    await ask(visitor, 'Revenue by product');
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([ada.name, erik.name]));
    await visitor.write(visitor.getCode(ada));
    const after = await bot.connector.waitFor(() => visitor.answers()[1]);
    expect(readAloud(after)).toMatch(/\d/);
  });

  it('can’t act on the other’s answers', async () => {
    await visitor.signIn(ada);
    const answer = await visitor.ask('Revenue by region');
    const before = bot.genie.requests.length;
    for (const data of submitsOf(answer)) {
      await bot.post(
        aCardSubmit({
          scene: 'webchat',
          channelId: 'webchat',
          from: mallory.from,
          conversation: { id: mallory.place },
          value: data,
        }),
      );
    }
    await bot.settled();
    expect(sawData(mallory)).toBe(false);
    const paths = bot.genie.requests.slice(before).map(({ path }) => path);
    expect(paths.filter((path) => /messages/.test(path))).toEqual([]);
  });

  it('can’t stop the other’s question for longer than its card counts', async () => {
    await ask(visitor);
    await ask(mallory, 'Mallory’s question');
    clock.skip(16 * minute);
    await ask(visitor, 'Revenue by product');
    clock.skip(16 * minute);
    await ask(visitor, 'Revenue by month');
    visitor.signInOnBoundPage(ada);
    await visitor.sendEvent();
    await answered(visitor);
    expect(asked()).toEqual(['Revenue by month']);
  });
});

describe('a page that signs its visitors in itself', () => {
  it('sends signin/tokenExchange, and the question is asked', async () => {
    await ask(visitor);
    expect(await visitor.exchange(ada)).toMatchObject({ status: 200 });
    await answered(visitor);
  });

  it('is refused where no card was shown', async () => {
    await visitor.signIn(ada);
    expect(await mallory.exchange(erik)).toMatchObject({ status: 412 });
    await visitor.ask('Revenue by region');
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([ada.name]));
  });
});

describe('one browser, several sign-ins', () => {
  it('after a reload of the page, the visitor signs in again, and everything works in both windows', async () => {
    await visitor.signIn(ada);
    const reloaded = aWebVisitor(bot, 'dl_ada', 'web-reloaded');
    await reloaded.signIn(ada);
    await reloaded.ask('Revenue by region');
    await visitor.ask('Revenue by region');
    await reloaded.hear('logout');
    // Both windows are the same person's.
    await ask(visitor, 'Revenue by product');
    await ask(reloaded, 'Revenue by product');
    await reloaded.write(reloaded.getCode(ada));
    await bot.connector.waitFor(() => reloaded.answers()[1]);
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([ada.name]));
  });

  it('who signs in after another person saw nothing of theirs', async () => {
    await visitor.signIn(ada);
    const answer = await visitor.ask('Revenue by region');
    await visitor.click(answer, { action: 'export' });
    const link = visitor
      .messages()
      .flatMap(linksOf)
      .find((url) => url.includes('/export'));
    await visitor.hear('logout');
    await visitor.signIn(erik);
    const from = visitor.messages().length;
    await visitor.hear('history');
    await visitor.hear('sql');
    await visitor.click(answer, { action: 'again' }).catch(() => {});
    await bot.settled();
    const later = visitor.messages().slice(from).map(readAloud).join('\n');
    expect(later).not.toMatch(/Asia|SELECT/);
    const { status, text } = await openLink(bot, link ?? '');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/Asia/);
  });
});
