import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { askedOf, endedRuns, press, subscriptionsIn } from '../../support/aSubscriber.ts';
import { closeAfterEach } from '../../support/closeAfterEach.ts';
import { ownChatOf } from '../../support/connectorDouble.ts';
import { openAt, type Timed } from '../../support/openAt.ts';
import { type InProcessOptions, openInProcess } from '../../support/openInProcess.ts';
import { aPageVisitor } from '../../support/page/aPageVisitor.ts';
import { openWithPage } from '../../support/page/openWithPage.ts';
import { aPersonAt } from '../../support/person.ts';
import { answersIn, messagesIn, readAloud, submitsOf } from '../../support/shownTo.ts';
import { until } from '../../support/until.ts';

/** A Friday; nine o’clock in Berlin is 8:00 in UTC. */
const before = '2026-11-27T07:30:00Z';
const due = '2026-11-27T08:00:01Z';

const spoken = 'subscribe every day at 9:00: Revenue by region';
const days = (count: number) => new Date(Date.parse(due) + count * 86_400_000).toISOString();

const closing = closeAfterEach();

async function open(options: InProcessOptions = {}): Promise<Timed> {
  return closing(await openAt(before, options));
}

async function openPage(options: InProcessOptions = {}) {
  return closing(await openAt(before, options, openWithPage));
}

const ada = { id: '29:ada', name: 'Ada', aadObjectId: 'ada00000-0000-4000-8000-000000000001' };
const account = { oid: ada.aadObjectId, name: 'Ada', upn: 'ada@example.com' };

/** Lets the tries go by that an answer takes which the channel refuses. */
async function letTriesPass(bot: Timed, runs: number): Promise<void> {
  const tries = () => bot.connector.requests.filter(({ method }) => method === 'POST').length;
  const first = tries();
  await until(() => tries() > first);
  const ended = endedRuns(bot, runs);
  let isOver = false;
  void ended.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await bot.settled();
    bot.clock.skip(30_000);
    await setTimeout(25);
  }
  await ended;
  await bot.settled();
}

/** Lets days pass, until a subscription knows of each that its question couldn't be asked, or has ended. */
async function letDaysFail(bot: Timed, id: string, count: number): Promise<void> {
  const { subscriptions } = bot.storage;
  for (let day = 0; day < count; day += 1) {
    bot.goTo(days(day));
    for (;;) {
      const row = await subscriptions.get(id);
      if (row === undefined || (row.value.failures?.times ?? 0) > day || row.value.paused) break;
      await setTimeout(5);
    }
  }
  await bot.settled();
}

describe('an answer comes to where it was subscribed', () => {
  it.each([
    ['personal', 'a:ada'],
    ['group', '19:group@thread.v2'],
    ['channel', '19:sales@thread.tacv2;messageid=1'],
  ] as const)('%s', async (scene, place) => {
    const bot = await open();
    const person = aPersonAt(bot, place, { scene, from: ada });
    await person.hear(spoken);
    bot.goTo(due);
    await bot.connector.waitFor(() => person.answers()[0]);
    const elsewhere = bot.connector.requests.filter(
      ({ method, path }) => method === 'POST' && !path.includes(encodeURIComponent(place)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('to its owner’s own chat where channel answers are private, and nobody else sees anything', async () => {
    const bot = await open({ env: { CHANNEL_ANSWERS: 'private' } });
    const place = '19:sales@thread.tacv2;messageid=1';
    const here = aPersonAt(bot, place, { scene: 'channel', from: ada });
    const own = ownChatOf(ada.id);
    expect(readAloud(await here.hear(spoken))).toContain('only you can see them');
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => answersIn(bot.connector, own)[0]);
    await endedRuns(bot, 1);
    await bot.settled();
    expect(here.messages()).toHaveLength(1);
    // Its buttons work there.
    const alone = aPersonAt(bot, own, { from: ada });
    const paused = await press(bot, alone, answer, { action: 'pause' });
    expect(readAloud(paused)).toMatch(/^Paused/);
    await alone.ask('only the top 3');
    const [run] = await askedOf(bot, 'Revenue by region');
    const [next] = await askedOf(bot, 'only the top 3');
    expect(next?.conversationId).toBe(run?.conversationId);
  });

  it.each([
    ['group', '19:group@thread.v2'],
    ['channel', '19:sales@thread.tacv2;messageid=1'],
  ] as const)(
    'to their own chat from then on, once answers are private: %s',
    async (scene, place) => {
      const first = await open();
      const here = aPersonAt(first, place, { scene, from: ada });
      const alone = aPersonAt(first, ownChatOf(ada.id), { from: ada });
      const [id = ''] = subscriptionsIn(await here.hear(spoken));
      await first.stop();
      const env = { CHANNEL_ANSWERS: 'private' };
      const bot = await openInProcess({ clock: first.clock, after: first, env });
      first.goTo(due);
      await first.connector.waitFor(() => alone.answers()[0]);
      await endedRuns(bot, 1);
      await bot.settled();
      await bot.stop();
      expect(here.messages()).toHaveLength(1);
      // Nobody who reads along is shown the answers again if the setting goes back.
      expect((await first.storage.subscriptions.get(id))?.value.isPrivate).toBe(true);
    },
  );

  it('and says so where it’s resumed, once answers are private', async () => {
    const first = await open();
    const here = aPersonAt(first, '19:group@thread.v2', { scene: 'group', from: ada });
    const paused = await press(first, here, await here.hear(spoken), { action: 'pause' });
    await first.stop();
    const env = { CHANNEL_ANSWERS: 'private' };
    const bot = await openInProcess({ clock: first.clock, after: first, env });
    const again = aPersonAt(bot, '19:group@thread.v2', { scene: 'group', from: ada });
    const resumed = await press(bot, again, paused, { action: 'resume' });
    expect(readAloud(resumed)).toContain('only you can see them');
    await bot.stop();
  });

  it('says nothing of a private answer where others read: not its figures, and not its condition', async () => {
    const bot = await open({ env: { CHANNEL_ANSWERS: 'private' } });
    const place = '19:sales@thread.tacv2;messageid=1';
    const here = aPersonAt(bot, place, { scene: 'channel', from: ada });
    const alone = aPersonAt(bot, ownChatOf(ada.id), { from: ada });
    await here.hear(spoken);
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => alone.answers()[0]);
    await endedRuns(bot, 1);
    const form = await press(bot, alone, answer, { action: 'change-form' });
    expect(readAloud(form)).toContain('Europe');
    const figure = /"title":"[^"]*Europe[^"]*","value":"([^"]+)"/.exec(JSON.stringify(form))?.[1];
    const wish = { action: 'change', only: 'above', figure, amount: '5' };
    expect(readAloud(await press(bot, alone, form, wish))).toContain('“Europe”');
    const list = await here.hear('subscriptions');
    expect(readAloud(list)).not.toContain('“Europe”');
    const publicForm = await press(bot, here, list, { action: 'change-form' });
    expect(JSON.stringify(publicForm)).not.toContain('“Europe”');
    const changed = await press(bot, here, publicForm, { action: 'change', every: 'weekday' });
    expect(readAloud(changed)).not.toContain('“Europe”');
    // What can't be seen there isn't changed there.
    const [id = ''] = subscriptionsIn(list);
    const row = await bot.storage.subscriptions.get(id);
    expect(row?.value).toMatchObject({
      condition: { only: 'above' },
      schedule: { every: 'weekday' },
    });
  });
});

describe('a visitor of the chat page', () => {
  it('gets the answer into the conversation, though the page is closed', async () => {
    const bot = await openPage();
    const visitor = aPageVisitor(bot, account);
    const session = await visitor.open();
    const person = visitor.at(session);
    expect(readAloud(await person.hear(spoken))).toContain('You’re subscribed');
    bot.goTo(due);
    const answer = await bot.connector.waitFor(() => person.answers()[0]);
    expect(readAloud(answer)).toContain('Europe');
    await endedRuns(bot, 1);
    const { json } = await visitor.request(`/api/chat/chats/${session.chatId}`);
    expect(JSON.stringify(json)).toContain('Europe');
  });

  it('gets it into the conversation that shows the chat by then', async () => {
    const bot = await openPage();
    const visitor = aPageVisitor(bot, account);
    const first = await visitor.open();
    await visitor.at(first).hear(spoken);
    const second = await visitor.open({ chatId: first.chatId });
    expect(second.conversationId).not.toBe(first.conversationId);
    bot.goTo(due);
    await bot.connector.waitFor(() => answersIn(bot.connector, second.conversationId)[0]);
    await endedRuns(bot, 1);
    expect(answersIn(bot.connector, first.conversationId)).toEqual([]);
    expect(bot.genie.messages()).toHaveLength(1);
  });

  it('finds it in the chat even if the channel no longer has the conversation, and stays subscribed', async () => {
    const bot = await openPage();
    const visitor = aPageVisitor(bot, account);
    const session = await visitor.open();
    const [id = ''] = subscriptionsIn(await visitor.at(session).hear(spoken));
    bot.connector.faults.next({ method: 'POST' }, { status: 404 }, 1_000);
    for (let day = 0; day < 4; day += 1) {
      bot.goTo(days(day));
      await letTriesPass(bot, day + 1);
    }
    expect((await bot.storage.subscriptions.get(id))?.value.paused).toBeUndefined();
    const { json } = await visitor.request(`/api/chat/chats/${session.chatId}`);
    expect(JSON.stringify(json)).toContain('Europe');
  });

  it('has nothing of it once they deleted the chat', async () => {
    const bot = await openPage();
    const visitor = aPageVisitor(bot, account);
    const session = await visitor.open();
    const [id = ''] = subscriptionsIn(await visitor.at(session).hear(spoken));
    const { status } = await visitor.request(`/api/chat/chats/${session.chatId}`, {
      method: 'DELETE',
      headers: { origin: 'https://genie.example', 'sec-fetch-site': 'same-origin' },
    });
    expect(status).toBeLessThan(300);
    await letDaysFail(bot, id, 1);
    await bot.app.sweep();
    expect(bot.genie.messages()).toEqual([]);
    expect(await bot.storage.subscriptions.get(id)).toBeUndefined();
  });

  it('manages theirs from any of their chats, and no other visitor can', async () => {
    const bot = await openPage();
    const visitor = aPageVisitor(bot, account);
    const first = visitor.at(await visitor.open());
    const second = visitor.at(await visitor.open());
    const confirmed = await first.hear(spoken);
    expect(readAloud(await second.hear('subscriptions'))).toContain('1 more in another chat');
    const other = aPageVisitor(bot, {
      oid: 'e0e00000-0000-4000-8000-000000000003',
      name: 'Eve',
      upn: 'eve@example.com',
    });
    const eve = other.at(await other.open());
    expect(readAloud(await press(bot, eve, confirmed, { action: 'unsubscribe' }))).toContain(
      'Only the person who subscribed',
    );
    expect(readAloud(await press(bot, second, confirmed, { action: 'pause' }))).toMatch(/^Paused/);
  });

  it('who isn’t listed any longer is paused after three tries, and told once', async () => {
    const first = await openPage();
    const visitor = aPageVisitor(first, account);
    const session = await visitor.open();
    const [id = ''] = subscriptionsIn(await visitor.at(session).hear(spoken));
    await first.stop();
    const env = { ALLOWED_USERS: '00000000-0000-4000-8000-000000000009' };
    const bot = await openWithPage({ clock: first.clock, after: first, env });
    const said = () => messagesIn(first.connector, session.conversationId).slice(1);
    const later = { ...bot, clock: first.clock, goTo: first.goTo };
    await letDaysFail(later, id, 2);
    expect(said()).toEqual([]);
    await letDaysFail(later, id, 5);
    await until(() => said().length > 0);
    await bot.close();
    expect(said()).toHaveLength(1);
    expect((await first.storage.subscriptions.get(id))?.value.paused).toBe('access');
    const [told] = said();
    expect(told && readAloud(told)).toContain('I’ve paused this subscription');
    expect(first.genie.messages()).toEqual([]);
  });
});

describe('an owner in Teams', () => {
  it.each([
    ['left the team', '19:sales@thread.tacv2;messageid=1', 'channel'],
    ['left the group', '19:group@thread.v2', 'group'],
    ['removed the bot', 'a:ada', 'personal'],
  ] as const)('who %s is asked for three times, and then it ends', async (_title, place, scene) => {
    let isThere = true;
    const bot = await open({
      connector: { member: (id) => (isThere ? { id, name: 'Ada', userRole: 'user' } : undefined) },
    });
    const person = aPersonAt(bot, place, { scene, from: ada });
    const [id = ''] = subscriptionsIn(await person.hear(spoken));
    isThere = false;
    await letDaysFail(bot, id, 2);
    expect(await bot.storage.subscriptions.get(id)).toBeDefined();
    await letDaysFail(bot, id, 3);
    expect(await bot.storage.subscriptions.get(id)).toBeUndefined();
    expect(bot.genie.messages()).toEqual([]);
  });

  it('who blocked the bot is brought three answers in vain, and then it ends', async () => {
    const bot = await open();
    const person = aPersonAt(bot, 'a:ada', { from: ada });
    const [id = ''] = subscriptionsIn(await person.hear(spoken));
    const body = { error: { code: 'ConversationBlockedByUser', message: 'User blocked' } };
    bot.connector.faults.next({ method: 'POST' }, { status: 403, body }, 1_000);
    for (let day = 0; day < 3; day += 1) {
      bot.goTo(days(day));
      await letTriesPass(bot, day + 1);
    }
    expect(await bot.storage.subscriptions.get(id)).toBeUndefined();
    expect(bot.genie.messages()).toHaveLength(3);
    bot.goTo(days(3));
    await bot.settled();
    expect(bot.genie.messages()).toHaveLength(3);
  });

  it('who is back before the third try keeps it', async () => {
    let isThere = true;
    const bot = await open({
      connector: { member: (id) => (isThere ? { id, name: 'Ada', userRole: 'user' } : undefined) },
    });
    const person = aPersonAt(bot, 'a:ada', { from: ada });
    const [id = ''] = subscriptionsIn(await person.hear(spoken));
    isThere = false;
    await letDaysFail(bot, id, 2);
    isThere = true;
    bot.goTo(days(2));
    await bot.connector.waitFor(() => person.answers()[0]);
    await endedRuns(bot, 1);
    await bot.settled();
    expect((await bot.storage.subscriptions.get(id))?.value.failures).toBeUndefined();
  });

  it('is told of a failure once, and not again each day', async () => {
    const bot = await open();
    const person = aPersonAt(bot, 'a:ada', { from: ada });
    await person.hear(spoken);
    bot.genie.faults.script('Revenue by region', {
      error: { type: 'SQL_EXECUTION_EXCEPTION', error: 'It failed.' },
    });
    for (let day = 0; day < 3; day += 1) {
      bot.goTo(days(day));
      await endedRuns(bot, day + 1);
      await bot.settled();
    }
    expect(person.messages()).toHaveLength(2);
    const [, told] = person.messages();
    expect(told && readAloud(told)).toContain('Revenue by region');
    expect(told && submitsOf(told)).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'unsubscribe' })]),
    );
  });
});
