import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../local/chat/activity.ts';
import { aConversationUpdate } from '../../support/activities.ts';
import { aPost } from '../../support/aPost.ts';
import { aTeamsPerson, type TeamsPerson } from '../../support/aTeamsPerson.ts';
import { aWebVisitor } from '../../support/aWebVisitor.ts';
import { type AsPerson, ada, openAsPerson } from '../../support/openAsPerson.ts';
import { openLink } from '../../support/openLink.ts';
import { linksOf, readAloud } from '../../support/shownTo.ts';
import { until } from '../../support/until.ts';

const exports = { PUBLIC_BASE_URL: 'http://localhost:1' };
const conversation = String.raw`/api/2\.0/genie/spaces/[^/]+/conversations/[^/?]+`;

describe('with the token of the person, not the bot’s', () => {
  let bot: AsPerson;
  let person: TeamsPerson;
  let answer: Activity;
  let before = 0;
  beforeAll(async () => {
    bot = await openAsPerson({ hasBotToken: true, env: exports });
    person = aTeamsPerson(bot, ada);
    await person.signIn();
    answer = await person.ask('Revenue by product and month');
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    before = bot.genie.requests.length;
  });
  afterEach(async () => {
    await bot.settled();
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([ada.name]));
  });

  /** What Genie was asked since the test began. */
  const calls = () =>
    bot.genie.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  const called = (method: string, path: string) =>
    until(() => calls().some((call) => new RegExp(`^${method} ${path}`).test(call)), 5_000);

  it('a question is asked, watched, and its rows and the title of its space are read', async () => {
    await person.ask('Revenue by region');
    await called('POST', `${conversation}/messages$`);
    await called('GET', `${conversation}/messages/[^/]+$`);
    await called('GET', `${conversation}/messages/[^/]+/.*query-result`);
  });

  it.each([
    ['another page', { action: 'page' }, 'GET', '.*query-result'],
    ['asking again', { action: 'again' }, 'POST', '.*conversations'],
  ])('%s', async (_what, click, method, path) => {
    await person.click(answer, click);
    await called(method, path);
  });

  it('Teams’ own thumb', async () => {
    await person.react(await person.ask('Revenue by region'), 'dislike', 'hm');
    await called('POST', '.*feedback');
  });

  it.each([
    ['show', '.*query-result'],
    ['sql', `${conversation}/messages`],
    ['as table', '.*query-result'],
    ['as a bar chart', '.*query-result'],
  ])('“%s”', async (text, path) => {
    await person.hear(text);
    await called('GET', path);
  });

  it.each(['help', 'info', 'history', 'spaces'])('what “%s” lists', async (text) => {
    const said = readAloud(await person.hear(text));
    expect(said.length).toBeGreaterThan(20);
  });

  it('the welcome’s sample questions', async () => {
    const fresh = aTeamsPerson(bot, ada, { place: 'a:fresh' });
    await bot.post(
      aConversationUpdate({
        from: person.from,
        conversation: { id: 'a:fresh', conversationType: 'personal' },
      }),
    );
    await bot.connector.waitFor(() => fresh.messages()[0]);
  });

  it('a conversation is continued from the history', async () => {
    await person.hear('reset');
    const history = await person.hear('history');
    await person.click(history, { action: 'continue' });
    await until(() => /Continuing/.test(person.last()));
  });

  it('a download', async () => {
    await person.click(answer, { action: 'export' });
    const link = person
      .messages()
      .flatMap(linksOf)
      .find((url) => url.includes('/export'));
    expect(await openLink(bot, link ?? '')).toMatchObject({ status: 200 });
    await called('GET', '.*result');
  });

  it('conversations are deleted, one and all', async () => {
    const history = await person.hear('history');
    await person.click(history, { action: 'delete' });
    await called('DELETE', conversation);
    const confirm = await person.hear('logout and delete');
    before = bot.genie.requests.length;
    await person.click(confirm, { action: 'delete-all' });
    await until(() => /deleted|no conversations/.test(person.last()));
  });
});

describe('in Web Chat with the token of the person, not the bot’s', () => {
  let bot: AsPerson;
  beforeEach(async () => {
    bot = await openAsPerson({ hasBotToken: true, connector: { channel: 'webchat' } });
  });
  afterEach(async () => {
    await bot.settled();
    expect(new Set(bot.callersOf(/./))).toEqual(new Set([ada.name]));
    await bot.close();
  });
  const rated = () => bot.genie.messages().at(-1)?.feedback;

  it.each([
    ['a thumb on the card', { action: 'rate', rating: 'POSITIVE' }, { rating: 'POSITIVE' }],
    ['a thumb down', { action: 'rate', rating: 'NEGATIVE' }, { rating: 'NEGATIVE' }],
  ])('%s', async (_what, click, feedback) => {
    const visitor = aWebVisitor(bot, 'dl_ada');
    await visitor.signIn(ada);
    await visitor.click(await visitor.ask('Revenue by region'), click);
    await until(() => rated() !== undefined);
    expect(rated()).toEqual(feedback);
  });

  it('a comment', async () => {
    const visitor = aWebVisitor(bot, 'dl_ada');
    await visitor.signIn(ada);
    await visitor.click(await visitor.ask('Revenue by region'), {
      action: 'rate',
      rating: 'NEGATIVE',
    });
    const thanks = await until(() => visitor.messages().at(-1));
    await visitor.click(thanks, { action: 'comment', comment: 'so so' });
    await until(() => rated()?.comment === 'so so');
  });

  it('a rating over HTTP, until they sign out', async () => {
    const visitor = aWebVisitor(bot, 'dl_ada');
    await visitor.signIn(ada);
    const { channelData } = await visitor.ask('Revenue by region');
    const { answerId, feedbackToken } = channelData as { answerId: string; feedbackToken: string };
    const rate = (rating: string) =>
      bot.app.receiveRating(
        aPost({ answerId, rating }, { authorization: `Bearer ${feedbackToken}` }),
      );
    expect(await rate('NEGATIVE')).toEqual({ status: 204 });
    expect(rated()).toEqual({ rating: 'NEGATIVE' });
    await visitor.hear('logout');
    expect(await rate('POSITIVE')).toMatchObject({ status: 409 });
    expect(rated()).toEqual({ rating: 'NEGATIVE' });
  });
});
