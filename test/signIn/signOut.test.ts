import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/common/errors.ts';
import { conversationKeyOf, signInIdOf } from '../../src/questions/signIn.ts';
import { keepForSignIn } from '../../src/questions/signIns/keepForSignIn.ts';
import { noteSignedIn } from '../../src/questions/signIns/noteSignedIn.ts';
import { signOut } from '../../src/signIn/signOut.ts';
import { aPlace } from '../support/aPlace.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { createMemoryTokenService } from '../support/memoryTokenService.ts';
import { openMemoryStorage } from '../support/openMemoryStorage.ts';
import { ada } from '../support/tokenServiceDouble.ts';

const page = aPlace();
const other = aPlace({ conversation: { id: 'another window' } });

let clock: ReturnType<typeof createFakeClock>;
let storage: ReturnType<typeof openMemoryStorage>;
let service: ReturnType<typeof createMemoryTokenService>;

beforeEach(() => {
  clock = createFakeClock({ autoAdvance: true });
  storage = openMemoryStorage(clock);
  service = createMemoryTokenService(clock);
});

const row = async () => (await storage.signIns.get(signInIdOf(page)))?.value;
const generation = async () => (await row())?.generation ?? 0;
const end = () => signOut(page, { service, signIns: storage.signIns, clock });
const note = (place = page) => noteSignedIn(place, { key: 'ada' }, { ...storage, clock });

describe('a sign-out', () => {
  it('ends what instances keep before the token service forgets it, and once more after', async () => {
    await note();
    const before = await generation();
    let during = 0;
    service.put(page, ada);
    service.before.push(async () => {
      during = await generation();
    });
    await end();
    expect(during).toBeGreaterThan(before);
    expect(await generation()).toBeGreaterThan(during);
    expect(await service.getToken({ userId: page.user.id, channelId: 'webchat' })).toBeUndefined();
  });

  it('ends in every conversation', async () => {
    await note();
    await note(other);
    expect(Object.keys((await row())?.seenIn ?? {})).toHaveLength(2);
    await end();
    expect((await row())?.seenIn).toEqual({});
  });

  it('is already over for instances if the token service doesn’t take it', async () => {
    await note();
    const before = await generation();
    service.before.push(async () => {
      throw new AppError('sign-in-unavailable', 'away');
    });
    await expect(end()).rejects.toMatchObject({ code: 'sign-in-unavailable' });
    expect(await generation()).toBeGreaterThan(before);
    expect((await row())?.seenIn).toEqual({});
  });

  it('leaves what waits for a sign-in alone', async () => {
    await keepForSignIn(page, { questionId: 'q', since: 1, until: 2 }, { ...storage, clock });
    await end();
    expect((await row())?.waiting).toMatchObject({
      questionId: 'q',
      conversation: conversationKeyOf(page),
    });
  });

  it('at the same time as others, and as a sign-in, counts each of them', async () => {
    await Promise.all([end(), end(), end(), note()]);
    expect(await generation()).toBe(7);
  });

  it('counts for someone of whom there was nothing', async () => {
    await end();
    expect(await generation()).toBe(2);
  });
});
