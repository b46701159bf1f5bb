import { describe, expect, it } from 'vitest';
import { ownerIdOf } from '../../../src/questions/ids.ts';
import { createSubscription } from '../../../src/questions/subscriptions/createSubscription.ts';
import {
  endSubscriptionsIn,
  endSubscriptionsOf,
} from '../../../src/questions/subscriptions/endSubscription.ts';
import { findSubscription } from '../../../src/questions/subscriptions/findSubscription.ts';
import { listSubscriptions } from '../../../src/questions/subscriptions/listSubscriptions.ts';
import { aPlace } from '../../support/aPlace.ts';
import type { Mishap } from '../life/simulation/instance.ts';
import { aWish, createChain, dayMs, hourMs, made, start } from './chain.ts';

const place = aPlace({ channelId: 'msteams' });

describe('a new subscription', () => {
  it('is due at its next time, and answers no activity', async () => {
    const chain = createChain();
    const { activityId: _none, ...where } = place;
    const { is, ...creation } = await chain.create();
    expect(is).toBe('created');
    expect(creation).toEqual({
      subscription: {
        id: expect.stringMatching(new RegExp(`^${ownerIdOf(place)}-[\\da-f]{32}$`)),
        place: where,
        text: 'Revenue by region',
        asker: 'ada@example.com',
        askerKnownBy: 'teams',
        schedule: { every: 'day', at: { hour: 9, minute: 0 } },
        timeZone: 'UTC',
        revision: 1,
        dueAt: start + 21 * hourMs,
        look: 1,
        createdAt: start,
        expiresAt: start + 21 * hourMs + 366 * dayMs,
      },
    });
  });

  it('is the same if its activity is delivered again, at the limit as well', async () => {
    const chain = createChain({ mostOfOne: 1 });
    const first = made(await chain.create());
    expect(await chain.create()).toEqual({ is: 'known', subscription: first });
    expect(await chain.storage.subscriptions.listAll(ownerIdOf(place))).toHaveLength(1);
  });

  it('is one for each activity, but not more than one person can have', async () => {
    const chain = createChain({ mostOfOne: 3 });
    for (const activityId of ['1', '2', '3']) {
      expect(await chain.create({ activityId })).toMatchObject({ is: 'created' });
    }
    expect(await chain.create({ activityId: '4' })).toEqual({ is: 'too-many', most: 3 });
    const elsewhere = aPlace({ channelId: 'msteams', conversation: { id: 'other' } });
    expect(await chain.create({ place: elsewhere })).toMatchObject({ is: 'too-many' });
    const other = aPlace({ channelId: 'msteams', user: { id: 'grace' } });
    expect(await chain.create({ place: other })).toMatchObject({ is: 'created' });
  });

  it('is one of as many as there is room for, however many are wished for at once', async () => {
    const chain = createChain({ mostOfOne: 3 });
    const wished = Array.from({ length: 8 }, (_, n) => chain.create({ activityId: `${n}` }));
    let isDone = false;
    const all = Promise.all(wished).finally(() => {
      isDone = true;
    });
    while (!isDone) await chain.clock.advance(20);
    const made = (await all).filter(({ is }) => is === 'created');
    expect(made).toHaveLength(3);
    expect(await chain.storage.subscriptions.listAll(ownerIdOf(place))).toHaveLength(3);
  });

  it('can’t be made where there are none', async () => {
    const chain = createChain();
    chain.turn(false);
    expect(await chain.create()).toEqual({ is: 'too-many', most: 0 });
  });

  it.each<Mishap>(['killed-before', 'killed-after', 'reply-lost', 'nothing-sent'])(
    'is made once if its activity is delivered again, whichever call fails (%s)',
    async (mishap) => {
      for (let call = 0; call < 8; call += 1) {
        const chain = createChain();
        const unlucky = chain.depsWith(new Map([[call, mishap]]));
        void createSubscription(aWish(), unlucky).catch(() => {});
        await chain.clock.advance(1_000);
        made(await chain.create());
        await chain.passTo(start + 22 * hourMs);
        expect(chain.asked, `call ${call}`).toHaveLength(1);
        expect(chain.shown, `call ${call}`).toHaveLength(1);
      }
    },
  );

  it('whose row takes long to be written is looked at all the same', async () => {
    const chain = createChain();
    const { subscriptions } = chain.deps;
    const slow: typeof subscriptions = {
      ...subscriptions,
      get: (id) => subscriptions.get(id),
      listAll: (owner) => subscriptions.listAll(owner),
      async insert(subscription) {
        await chain.clock.sleep(30_000);
        return subscriptions.insert(subscription);
      },
    };
    const schedule = { every: 'day', at: { hour: 12, minute: 1 } } as const;
    const deps = { ...chain.deps, subscriptions: slow };
    void createSubscription(aWish({ schedule }), deps);
    await chain.passTo(start + 2 * 60_000);
    expect(chain.shown.map(({ dueAt }) => dueAt)).toEqual([start + 60_000]);
  });
});

describe('the list of subscriptions', () => {
  const shared = (thread: string, channel = '19:channel') =>
    aPlace({
      channelId: 'msteams',
      conversation: { id: `${channel};messageid=${thread}`, conversationType: 'channel' },
    });

  it('has those of this place, oldest first, and counts the others', async () => {
    const chain = createChain();
    const one = made(await chain.create());
    await chain.clock.advance(1_000);
    const two = made(await chain.create({ activityId: '2' }));
    await chain.create({ place: shared('1') });
    expect(await listSubscriptions(place, chain.deps)).toEqual({ here: [one, two], elsewhere: 1 });
    const other = aPlace({ channelId: 'msteams', user: { id: 'grace' } });
    expect(await listSubscriptions(other, chain.deps)).toEqual({ here: [], elsewhere: 0 });
  });

  it('of a channel has those of all its threads', async () => {
    const chain = createChain();
    const one = made(await chain.create({ place: shared('1') }));
    await chain.create({ place: shared('1', '19:other') });
    expect(await listSubscriptions(shared('2'), chain.deps)).toEqual({ here: [one], elsewhere: 1 });
  });

  it('finds one by its ID, and nothing by what isn’t one', async () => {
    const chain = createChain();
    const one = made(await chain.create());
    expect(await findSubscription(one.id, chain.deps)).toEqual(one);
    for (const id of ['', 'x', one.id.slice(1), `${one.id}0`, one.id.replace('-', '_')]) {
      expect(await findSubscription(id, chain.deps)).toBeUndefined();
    }
  });
});

describe('all subscriptions', () => {
  const [chatOne, chatTwo] = ['b', 'c'].map((digit) => `${'a'.repeat(32)}-${digit.repeat(32)}`);
  const inChat = (chatId = '') => aPlace({ channelId: 'directline', visitor: { chatId } });

  it('of an owner end at once', async () => {
    const chain = createChain();
    for (const activityId of ['1', '2']) await chain.create({ activityId });
    const other = aPlace({ channelId: 'msteams', user: { id: 'grace' } });
    await chain.create({ place: other });
    expect(await endSubscriptionsOf(ownerIdOf(place), chain.deps)).toBe(2);
    expect(await endSubscriptionsOf(ownerIdOf(place), chain.deps)).toBe(0);
    await chain.passTo(start + 22 * hourMs);
    expect(chain.shown).toHaveLength(1);
  });

  it('of a chat end with it', async () => {
    const chain = createChain();
    for (const activityId of ['1', '2']) await chain.create({ place: inChat(chatOne), activityId });
    const kept = made(await chain.create({ place: inChat(chatTwo) }));
    expect(await endSubscriptionsIn(chatOne ?? '', chain.deps)).toBe(2);
    expect(await endSubscriptionsIn('no chat', chain.deps)).toBe(0);
    expect(await chain.storage.subscriptions.listAll('a'.repeat(32))).toEqual([kept]);
  });
});
