import { describe, expect, it } from 'vitest';
import { teamsUser } from '../../../local/channel/activities.ts';
import { aCardSubmit } from '../../support/activities.ts';
import { askedOf, endedRuns, press, subscriptionsIn } from '../../support/aSubscriber.ts';
import { closeAfterEach } from '../../support/closeAfterEach.ts';
import { openAt, type Timed } from '../../support/openAt.ts';
import type { InProcessOptions } from '../../support/openInProcess.ts';
import { aPersonAt } from '../../support/person.ts';
import { readAloud, submitsOf } from '../../support/shownTo.ts';

/** A Friday; nine o’clock in Berlin is 8:00 in UTC. */
const before = '2026-11-27T07:30:00Z';
const due = '2026-11-27T08:00:01Z';
const nextDue = '2026-11-30T08:00:01Z';

const spoken = 'subscribe every weekday at 9:00: Revenue by region';
const channel = '19:sales@thread.tacv2';
const thread = `${channel};messageid=1763712000000`;

const bob = { id: '29:bob', name: 'Bob', aadObjectId: 'b0b00000-0000-4000-8000-000000000001' };
const grace = {
  id: '29:grace',
  name: 'Grace',
  aadObjectId: '9race000-0000-4000-8000-000000000002',
};
const admins = { env: { ADMIN_USERS: grace.aadObjectId } };

const closing = closeAfterEach();

async function open(options: InProcessOptions = {}, time = before): Promise<Timed> {
  const roster: InProcessOptions = {
    connector: { member: (id) => ({ id, name: 'Someone', userRole: 'user' }) },
    ...options,
  };
  return closing(await openAt(time, roster));
}

const subscribed = (bot: Timed) => bot.storage.subscriptions;
const isThere = async (bot: Timed, id = '') => (await subscribed(bot).get(id)) !== undefined;

describe('the owner of a subscription', () => {
  it('pauses it, and nothing is asked until they resume it', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const paused = await press(bot, ada, await ada.hear(spoken), { action: 'pause' });
    expect(readAloud(paused)).toMatch(/^Paused\n/);
    expect(readAloud(paused)).not.toContain('Next:');
    bot.goTo('2026-11-29T08:00:00Z');
    await bot.settled();
    const resumed = await press(bot, ada, paused, { action: 'resume' });
    expect(readAloud(resumed)).toMatch(/^Resumed\n/);
    expect(readAloud(resumed)).toMatch(/Next: Monday,? 30 November 2026/);
    expect(bot.genie.messages()).toEqual([]);
    bot.goTo(nextDue);
    const answer = await bot.connector.waitFor(() => ada.answers()[0]);
    // What passed while it was paused was meant to.
    expect(readAloud(answer)).not.toMatch(/times? before/);
  });

  it('pauses it below an answer that has begun, which is not shown then', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const confirmed = await ada.hear(spoken);
    bot.goTo('2026-11-27T07:59:15Z');
    await askedOf(bot, 'Revenue by region');
    await press(bot, ada, confirmed, { action: 'pause' });
    bot.goTo(due);
    await endedRuns(bot, 1);
    expect(ada.answers()).toEqual([]);
    expect(ada.messages()).toHaveLength(2);
  });

  it('changes when it comes, and only the new time counts', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const form = await press(bot, ada, await ada.hear(spoken), { action: 'change-form' });
    expect(readAloud(form)).toContain('Revenue by region');
    const changed = await press(bot, ada, form, { action: 'change', every: '5', time: '17:30' });
    expect(readAloud(changed)).toMatch(/^Changed\n/);
    expect(readAloud(changed)).toMatch(
      /Next: Friday,? 27 November 2026 at 17:30 \(Europe\/Berlin\)/,
    );
    bot.goTo('2026-11-27T16:00:00Z');
    await bot.settled();
    expect(bot.genie.messages()).toEqual([]);
    bot.goTo('2026-11-27T16:30:01Z');
    await bot.connector.waitFor(() => ada.answers()[0]);
    expect(bot.genie.messages()).toHaveLength(1);
  });

  it.each([
    [{ time: '25:00' }, 'I don’t know the time “25:00”'],
    [{ every: 'never' }, '“never”'],
    [{ only: 'above', figure: 'nothing', amount: '5' }, 'no figures'],
    [{ time: '' }, 'Please choose a time'],
  ])('is told what is wrong with %j in the form', async (fields, words) => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const form = await press(bot, ada, await ada.hear(spoken), { action: 'change-form' });
    const refused = await press(bot, ada, form, { action: 'change', ...fields });
    expect(readAloud(refused)).toContain(words);
    expect(readAloud(await ada.hear('subscriptions'))).toMatch(/Every weekday.* 0?9:00/);
  });

  it('unsubscribes, and nothing of it is left', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const confirmed = await ada.hear(spoken);
    const [id] = subscriptionsIn(confirmed);
    const ended = await press(bot, ada, confirmed, { action: 'unsubscribe' });
    expect(readAloud(ended)).toMatch(/^Unsubscribed\n/);
    expect(submitsOf(ended)).toEqual([]);
    expect(await isThere(bot, id)).toBe(false);
    for (const action of ['pause', 'change-form', 'unsubscribe'])
      expect(readAloud(await press(bot, ada, confirmed, { action }))).toContain('no longer exists');
    bot.goTo(due);
    await bot.settled();
    expect(bot.genie.messages()).toEqual([]);
  });

  it('finds those of this place in the list, and is told how many there are elsewhere', async () => {
    const bot = await open();
    const inChannel = aPersonAt(bot, thread, { scene: 'channel' });
    const own = aPersonAt(bot, 'a:ada');
    await inChannel.hear('subscribe every day at 8:00: Orders by month');
    await own.hear(spoken);
    const list = readAloud(await own.hear('subscriptions'));
    expect(list).toContain('Revenue by region');
    expect(list).not.toContain('Orders by month');
    expect(list).toContain('You have 1 more in another chat');
    const other = aPersonAt(bot, `${channel};messageid=2`, { scene: 'channel' });
    expect(readAloud(await other.hear('subscriptions'))).toContain('Orders by month');
    const bobs = aPersonAt(bot, thread, { scene: 'channel', from: bob });
    const none = readAloud(await bobs.hear('subscriptions'));
    expect(none).toContain('You have no subscriptions here');
    expect(none).not.toMatch(/more in/);
  });

  it('turns pages of a long list', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    for (let number = 1; number <= 10; number += 1)
      await ada.write(`subscribe every day at 9:00: Revenue by region ${number}`);
    const first = await ada.hear('subscriptions');
    const second = await press(bot, ada, first, { action: 'subscriptions' });
    const all = [first, second].flatMap(subscriptionsIn);
    expect(new Set(all).size).toBe(10);
    expect(all).toHaveLength(10);
  });

  it('ends all of theirs with “logout and delete”, and nobody else’s', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const inGroup = aPersonAt(bot, '19:g@thread.v2', { scene: 'group' });
    const bobs = aPersonAt(bot, '19:g@thread.v2', { scene: 'group', from: bob });
    const ids = [
      ...subscriptionsIn(await ada.hear(spoken)),
      ...subscriptionsIn(await inGroup.hear(spoken)),
      ...subscriptionsIn(await bobs.hear(spoken)),
    ];
    const done = await press(bot, ada, await ada.hear('logout and delete'), {
      action: 'delete-all',
    });
    expect(readAloud(done)).toContain('I’ve ended your 2 subscriptions');
    expect(await Promise.all(ids.map((id) => isThere(bot, id)))).toEqual([false, false, true]);
    bot.goTo(due);
    await endedRuns(bot, 1);
    expect(ada.answers()).toEqual([]);
  });

  it('keeps them with “logout” alone', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const [id] = subscriptionsIn(await ada.hear(spoken));
    await ada.hear('logout');
    expect(await isThere(bot, id)).toBe(true);
  });
});

describe('anyone else', () => {
  const verbs = ['pause', 'resume', 'change-form', 'change', 'unsubscribe', 'to-channel'];

  it.each(verbs)('can’t %s it, and learns nothing about whether it exists', async (action) => {
    const bot = await open();
    const ada = aPersonAt(bot, '19:g@thread.v2', { scene: 'group' });
    const [id = ''] = subscriptionsIn(await ada.hear(spoken));
    const row = await subscribed(bot).get(id);
    const said = async (subscription: string) => {
      const bobs = aPersonAt(bot, '19:g@thread.v2', { scene: 'group', from: bob });
      const count = bobs.messages().length;
      await bot.post(
        aCardSubmit({
          scene: 'group',
          conversation: { id: '19:g@thread.v2', conversationType: 'groupChat', isGroup: true },
          from: bob,
          value: { action, subscription, every: 'day', time: '10:00' },
        }),
      );
      return readAloud(await bot.connector.waitFor(() => bobs.messages()[count]));
    };
    const refusal = await said(id);
    expect(refusal).toContain('Only the person who subscribed can do that');
    expect(await said(`${id.slice(0, 33)}${'0'.repeat(32)}`)).toBe(refusal);
    expect(await subscribed(bot).get(id)).toEqual(row);
  });

  it('isn’t told so more often than anything else', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, '19:g@thread.v2', { scene: 'group' });
    const confirmed = await ada.hear(spoken);
    const bobs = aPersonAt(bot, '19:g@thread.v2', { scene: 'group', from: bob });
    for (let times = 0; times < 35; times += 1) await bobs.click(confirmed, { action: 'pause' });
    const told = bobs.messages().map(readAloud);
    expect(told.filter((text) => text.includes('Only the person'))).toHaveLength(30);
  });
});

describe('an admin', () => {
  it('can pause, change and end it in its channel', async () => {
    const bot = await open(admins);
    const ada = aPersonAt(bot, thread, { scene: 'channel' });
    const admin = aPersonAt(bot, thread, { scene: 'channel', from: grace });
    const confirmed = await ada.hear(spoken);
    const [id] = subscriptionsIn(confirmed);
    expect(readAloud(await press(bot, admin, confirmed, { action: 'pause' }))).toMatch(/^Paused/);
    const form = await press(bot, admin, confirmed, { action: 'change-form' });
    const changed = await press(bot, admin, form, {
      action: 'change',
      every: 'day',
      time: '10:00',
    });
    expect(readAloud(changed)).toMatch(/Every day.* 10:00/);
    await press(bot, admin, confirmed, { action: 'unsubscribe' });
    expect(await isThere(bot, id)).toBe(false);
  });

  it.each([
    ['another channel', '19:other@thread.tacv2;messageid=1', 'channel'],
    ['a group chat', '19:g@thread.v2', 'group'],
    ['their own chat', 'a:grace', 'personal'],
  ] as const)('can’t from %s', async (_title, place, scene) => {
    const bot = await open(admins);
    const ada = aPersonAt(bot, thread, { scene: 'channel' });
    const [subscription = ''] = subscriptionsIn(await ada.hear(spoken));
    await bot.post(
      aCardSubmit({
        scene,
        from: grace,
        conversation: {
          id: place,
          conversationType: { channel: 'channel', group: 'groupChat', personal: 'personal' }[scene],
        },
        value: { action: 'unsubscribe', subscription },
      }),
    );
    expect(await isThere(bot, subscription)).toBe(true);
  });

  it('can’t in a group chat, where it is the owner’s alone', async () => {
    const bot = await open(admins);
    const place = '19:g@thread.v2';
    const ada = aPersonAt(bot, place, { scene: 'group' });
    const admin = aPersonAt(bot, place, { scene: 'group', from: grace });
    const confirmed = await ada.hear(spoken);
    const refused = await press(bot, admin, confirmed, { action: 'unsubscribe' });
    expect(readAloud(refused)).toContain('Only the person who subscribed');
  });

  it('has its answers posted in the channel, where the thread below each goes on from it', async () => {
    const bot = await open(admins);
    const admin = aPersonAt(bot, thread, { scene: 'channel', from: grace });
    const confirmed = await admin.hear(spoken);
    const moved = await press(bot, admin, confirmed, { action: 'to-channel' });
    expect(readAloud(moved)).toContain('Each answer is a new post in the channel');
    bot.goTo(due);
    const inChannel = aPersonAt(bot, channel, { scene: 'channel', from: grace });
    await bot.connector.waitFor(() => inChannel.answers()[0]);
    await endedRuns(bot, 1);
    await bot.settled();
    const [post] = bot.connector.activities(channel);
    expect(post?.activity).not.toHaveProperty('replyToId');
    const below = aPersonAt(bot, `${channel};messageid=${post?.id}`, {
      scene: 'channel',
      from: grace,
    });
    await below.ask('only the top 3');
    const [run] = await askedOf(bot, 'Revenue by region');
    const [next] = await askedOf(bot, 'only the top 3');
    expect(next?.conversationId).toBe(run?.conversationId);
  });

  it('clicks in the thread below such a post what is about its answer', async () => {
    const bot = await open(admins);
    const admin = aPersonAt(bot, thread, { scene: 'channel', from: grace });
    await press(bot, admin, await admin.hear(spoken), { action: 'to-channel' });
    bot.goTo(due);
    await bot.connector.waitFor(() => aPersonAt(bot, channel, { scene: 'channel' }).answers()[0]);
    await endedRuns(bot, 1);
    await bot.settled();
    const [post] = bot.connector.activities(channel);
    const place = `${channel};messageid=${post?.id}`;
    const below = aPersonAt(bot, place, { scene: 'channel', from: grace });
    const click = async (data: Record<string, unknown>, from: typeof grace) => {
      const submit = submitsOf(post?.activity ?? { type: 'message' }).find(
        (each) => (each as { action: string }).action === data['action'],
      );
      const count = below.messages().length;
      await bot.post(
        aCardSubmit({
          scene: 'channel',
          from,
          conversation: { id: place, conversationType: 'channel', isGroup: true },
          value: { ...(submit as object), ...data },
          replyToId: post?.id ?? '',
        }),
      );
      return readAloud(await bot.connector.waitFor(() => below.messages()[count]));
    };
    expect(await click({ action: 'again' }, bob)).toContain('Only the person');
    expect(await click({ action: 'again' }, grace)).toContain('On it');
    await bot.connector.waitFor(() => below.answers()[0]);
    expect(new Set(bot.genie.messages().map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(readAloud(await below.hear('sql'))).toContain('SELECT');
  });

  it.each([
    ['who isn’t one', bob, {}],
    ['where it is private', grace, { CHANNEL_ANSWERS: 'private' }],
  ])('is needed for that: not %s', async (_title, from, env) => {
    const bot = await open({ env: { ...admins.env, ...env } });
    const person = aPersonAt(bot, thread, { scene: 'channel', from });
    const confirmed = await person.hear(spoken);
    expect(submitsOf(confirmed).map((data) => (data as { action: string }).action)).not.toContain(
      'to-channel',
    );
    const [subscription = ''] = subscriptionsIn(confirmed);
    const count = person.messages().length;
    await bot.post(
      aCardSubmit({
        scene: 'channel',
        from,
        conversation: { id: thread, conversationType: 'channel', isGroup: true },
        value: { action: 'to-channel', subscription },
      }),
    );
    const said = await bot.connector.waitFor(() => person.messages()[count]);
    expect(readAloud(said)).toContain('Only admins of this channel');
  });
});

describe('a click on a button', () => {
  it('counts once, however often it is delivered', async () => {
    const bot = await open();
    const ada = aPersonAt(bot, 'a:ada');
    const [subscription = ''] = subscriptionsIn(await ada.hear(spoken));
    const activity = aCardSubmit({
      conversation: { id: 'a:ada', conversationType: 'personal' },
      from: teamsUser,
      value: { action: 'unsubscribe', subscription },
    });
    await Promise.all([bot.post(activity), bot.post(activity)]);
    await bot.post(activity);
    expect(ada.messages()).toHaveLength(2);
  });
});
