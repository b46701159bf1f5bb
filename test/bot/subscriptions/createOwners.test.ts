import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/bot/ports.ts';
import { createOwners } from '../../../src/bot/subscriptions/createOwners.ts';
import type { PeopleRules } from '../../../src/config/people.ts';
import type { Place } from '../../../src/questions/place.ts';
import { CourierError, type CourierErrorKind } from '../../../src/questions/ports.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';

const adaId = '5d0f8a0e-9a3c-4b1e-8c55-1f2e3d4c5b6a';
const chatId = `${'a'.repeat(32)}-${'b'.repeat(32)}`;
const everyone: PeopleRules = { guests: true };

const inTeams = aPlace({
  channelId: 'msteams',
  conversation: { id: 'a:ada', conversationType: 'personal', tenantId: 'own' },
  user: { id: '29:ada', aadObjectId: adaId },
});

const onPage = (visitor: Partial<Place['visitor']> = {}) =>
  aPlace({
    channelId: 'directline',
    user: { id: 'dl_ada', aadObjectId: adaId },
    visitor: { chatId, tenantId: 'own', isGuest: false, ...visitor },
  });

async function owners(
  people: PeopleRules,
  readProfile: () => Promise<Profile | undefined> = async () => ({ name: 'Ada' }),
) {
  const clock = createFakeClock();
  const storage = openMemoryStorage(clock);
  const log: string[] = [];
  const note = (event: string) => log.push(event);
  const noted = { debug: note, info: note, warn: note, error: note } as never;
  const now = clock.now();
  await storage.chats.insert({
    id: chatId,
    conversationId: 'conversation-1',
    createdAt: now,
    openedAt: now,
    expiresAt: now + 86_400_000,
  });
  const channel = { readProfile };
  return { ...createOwners({ ...storage, people, channel, log: noted }), storage, clock, log };
}

const refusing =
  (kind: CourierErrorKind, message = 'The channel answered 404') =>
  async () => {
    throw new CourierError(kind, message, undefined);
  };

describe('an owner in Teams', () => {
  it.each<[string, PeopleRules, Profile | undefined, string | undefined]>([
    ['is there', everyone, { name: 'Ada' }, undefined],
    ['is one of those who are listed', { ...everyone, users: [adaId] }, {}, undefined],
    ['isn’t listed any longer', { ...everyone, users: ['another'] }, {}, 'access'],
    ['is in an allowed tenant', { ...everyone, tenants: ['own'] }, { tenantId: 'own' }, undefined],
    ['isn’t', { ...everyone, tenants: ['other'] }, { tenantId: 'other' }, 'access'],
    ['has moved to another', { ...everyone, tenants: ['own'] }, { tenantId: 'other' }, 'access'],
    ['has become a guest', { guests: false }, { isGuest: true, tenantId: 'own' }, 'access'],
    ['has a profile that is another’s', { guests: false }, undefined, undefined],
  ])('%s', async (_title, people, profile, why) => {
    const { whyNot } = await owners(people, async () => profile);
    expect(await whyNot(inTeams)).toBe(why);
  });

  it.each<[CourierErrorKind, string | undefined, string | undefined]>([
    ['refused', undefined, 'gone'],
    ['unfit', 'The channel answered 400 (MemberNotFoundInConversation)', 'gone'],
    ['unfit', 'The channel answered 400', undefined],
    ['later', undefined, undefined],
    ['unsure', undefined, undefined],
  ])('whose profile is %s (%s) is: %s', async (kind, message, why) => {
    const { whyNot } = await owners({ guests: false }, refusing(kind, message));
    expect(await whyNot(inTeams)).toBe(why);
  });

  it('who isn’t listed is not looked up', async () => {
    const { whyNot, log } = await owners({ ...everyone, users: ['another'] }, refusing('later'));
    expect(await whyNot(inTeams)).toBe('access');
    expect(log).toEqual([]);
  });
});

describe('an owner on the chat page', () => {
  it.each<[string, PeopleRules, Partial<Place['visitor']>, string | undefined]>([
    ['is there', everyone, {}, undefined],
    ['isn’t listed any longer', { ...everyone, users: ['another'] }, {}, 'access'],
    ['is in an allowed tenant', { ...everyone, tenants: ['own'] }, {}, undefined],
    ['isn’t', { ...everyone, tenants: ['other'] }, {}, 'access'],
    ['is a guest where none are allowed', { guests: false }, { isGuest: true }, 'access'],
    ['has a chat that isn’t there', everyone, { chatId: chatId.replace('b', 'c') }, 'gone'],
  ])('%s', async (_title, people, visitor, why) => {
    const { whyNot } = await owners(people);
    expect(await whyNot(onPage(visitor))).toBe(why);
  });

  it('who deleted the chat is gone', async () => {
    const { whyNot, storage, clock } = await owners(everyone);
    const chat = await storage.chats.get(chatId);
    if (chat) await storage.chats.replace(chat, { ...chat.value, deletedAt: clock.now() });
    expect(await whyNot(onPage())).toBe('gone');
  });

  it.each<[string, PeopleRules, string | undefined]>([
    ['is there', everyone, undefined],
    ['has no access if people are listed', { ...everyone, users: [adaId] }, 'access'],
  ])('on a laptop, where nobody signs in, %s', async (_title, people, why) => {
    const { whyNot } = await owners(people);
    expect(await whyNot({ ...onPage(), user: { id: 'dl_ada' } })).toBe(why);
  });

  it('of another page has no access', async () => {
    const { whyNot } = await owners(everyone);
    expect(await whyNot(aPlace())).toBe('access');
  });
});
