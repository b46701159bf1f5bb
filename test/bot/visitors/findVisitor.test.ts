import { describe, expect, it } from 'vitest';
import { createFindVisitor } from '../../../src/bot/visitors/findVisitor.ts';
import type { Visit } from '../../../src/questions/chat.ts';
import type { VisitStore } from '../../../src/questions/ports.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';

const hour = 3_600_000;
const userId = `dl_page_${'a'.repeat(32)}`;
const chatId = `${'1'.repeat(32)}-${'2'.repeat(32)}`;

async function open() {
  const clock = createFakeClock();
  const { visits } = openMemoryStorage(clock);
  const read: string[] = [];
  const watched: VisitStore = {
    ...visits,
    get: (id) => {
      read.push(id);
      return visits.get(id);
    },
  };
  const visit: Visit = {
    id: 'conversation-1',
    userId,
    chatId,
    user: { name: 'Ada', aadObjectId: 'oid' },
    email: 'ada@example.com',
    countsUntil: clock.now() + 24 * hour,
    expiresAt: clock.now() + 48 * hour,
  };
  return { clock, visits, read, visit, find: createFindVisitor(watched, clock) };
}

const place = aPlace({
  channelId: 'directline',
  user: { id: userId, name: 'Eve', aadObjectId: 'forged' },
});

describe('a visit', () => {
  it('says who writes, and the activity doesn’t', async () => {
    const { visits, visit, find } = await open();
    await visits.insert(visit);
    expect(await find(place, 'message')).toEqual({
      isOver: false,
      place: {
        ...place,
        user: { id: userId, name: 'Ada', aadObjectId: 'oid' },
        visitor: { chatId, email: 'ada@example.com' },
      },
    });
  });

  it('is read once, and again after five minutes', async () => {
    const { clock, visits, visit, find, read } = await open();
    await visits.insert(visit);
    await find(place, 'message');
    await find(place, 'message');
    expect(read).toHaveLength(1);
    const current = await visits.get(visit.id);
    if (current) await visits.replace(current, { ...visit, user: { name: 'Ada King' } });
    await clock.advance(5 * 60_000);
    expect((await find(place, 'message')).place.user).toEqual({ id: userId, name: 'Ada King' });
  });

  it('that isn’t there yet is looked for again', async () => {
    const { visits, visit, find } = await open();
    expect((await find(place, 'message')).place.visitor).toBeUndefined();
    await visits.insert(visit);
    expect((await find(place, 'message')).place.visitor).toEqual(
      expect.objectContaining({ chatId }),
    );
  });

  it('that is over is found renewed by another instance at once', async () => {
    const { clock, visits, visit, find } = await open();
    await visits.insert(visit);
    await find(place, 'message');
    await clock.advance(25 * hour);
    expect((await find(place, 'message')).isOver).toBe(true);
    const current = await visits.get(visit.id);
    const countsUntil = clock.now() + hour;
    if (current) await visits.replace(current, { ...visit, countsUntil });
    expect((await find(place, 'message')).isOver).toBe(false);
  });

  it('isn’t looked for in Teams, nor under an ID that no page’s conversation has', async () => {
    const { find, read } = await open();
    const inTeams = { ...place, channelId: 'msteams' };
    expect((await find(inTeams, 'message')).place).toBe(inTeams);
    await find({ ...place, conversation: { id: 'x'.repeat(2_000) } }, 'message');
    expect(read).toEqual([]);
  });

  it('doesn’t count where there is no page, and its ID is a claim there, too', async () => {
    const { clock } = await open();
    const find = createFindVisitor(undefined, clock);
    const { place: found } = await find(place, 'message');
    expect(found.visitor).toBeUndefined();
    expect(found.user.id).not.toBe(userId);
  });

  it('a storage that doesn’t answer makes no stranger of anyone', async () => {
    const { clock, visits } = await open();
    const gone: VisitStore = { ...visits, get: () => Promise.reject(new Error('gone')) };
    await expect(createFindVisitor(gone, clock)(place, 'message')).rejects.toThrow('gone');
  });
});
