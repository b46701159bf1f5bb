import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/common/errors.ts';
import type { Place } from '../../../src/questions/place.ts';
import type { WorkQueue } from '../../../src/questions/ports.ts';
import { conversationKeyOf, signInIdOf } from '../../../src/questions/signIn.ts';
import { keepForSignIn } from '../../../src/questions/signIns/keepForSignIn.ts';
import { noteSignedIn } from '../../../src/questions/signIns/noteSignedIn.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';

const minuteMs = 60_000;
const teams = aPlace({ channelId: 'msteams', user: { id: '29:ada' } });

let clock: ReturnType<typeof createFakeClock>;
let storage: ReturnType<typeof openMemoryStorage>;

beforeEach(() => {
  clock = createFakeClock({ autoAdvance: true });
  storage = openMemoryStorage(clock);
});

const row = async (place: Place = teams) => (await storage.signIns.get(signInIdOf(place)))?.value;
const note = (place: Place = teams, queue: WorkQueue = storage.queue, code?: string) =>
  noteSignedIn(place, { key: 'ada' }, { signIns: storage.signIns, clock, queue }, code);
const keep = (questionId: string | undefined, place: Place = teams, since = clock.now()) =>
  keepForSignIn(
    place,
    { since, until: since + 15 * minuteMs, ...(questionId && { questionId }) },
    { signIns: storage.signIns, clock },
  );

/** The questions that go on now. */
async function woken(): Promise<string[]> {
  const ids: string[] = [];
  for (let got = await storage.queue.receive(); got; got = await storage.queue.receive()) {
    if (got.work.kind === 'go') ids.push(got.work.questionId);
  }
  return ids;
}

/** Does this when the first message is sent. */
const queueThat = (act: () => Promise<unknown>, isFirst = true): WorkQueue => ({
  async send(...args) {
    if (isFirst) {
      isFirst = false;
      await act();
    }
    return storage.queue.send(...args);
  },
});

describe('a sign-in', () => {
  it('wakes the question that waits, and forgets it', async () => {
    await keep('q1');
    expect(await note()).toEqual({ waited: true, questionId: 'q1' });
    expect(await woken()).toEqual(['q1']);
    expect((await row())?.waiting).toBeUndefined();
  });

  it('that nothing waits for counts all the same', async () => {
    expect(await note()).toEqual({ waited: false });
    expect(await note()).toEqual({ waited: false });
    expect(await row()).toMatchObject({ generation: 2 });
    expect(await woken()).toEqual([]);
  });

  it('that was only wished for ends the wish', async () => {
    await keep(undefined);
    expect(await note()).toEqual({ waited: true });
    expect((await row())?.waiting).toBeUndefined();
    expect(await woken()).toEqual([]);
  });

  it('that several clients report at once tells one of them that something waited', async () => {
    await keep('q1');
    const noted = await Promise.all([note(), note(), note()]);
    expect(noted.filter(({ waited }) => waited)).toHaveLength(1);
    expect(new Set(await woken())).toEqual(new Set(['q1']));
    expect((await row())?.generation).toBe(3);
  });

  it('whose instance is killed before it wakes the question is made good by the next report', async () => {
    await keep('q1');
    const killed = queueThat(async () => {
      throw new AppError('storage', 'killed');
    });
    await expect(note(teams, killed)).rejects.toMatchObject({ code: 'storage' });
    expect((await row())?.waiting?.questionId).toBe('q1');
    expect(await note()).toEqual({ waited: true, questionId: 'q1' });
    expect(await woken()).toEqual(['q1']);
  });

  it('whose instance is killed before it forgets the question has woken it', async () => {
    await keep('q1');
    let writes = 0;
    const signIns = {
      ...storage.signIns,
      async replace(...args: Parameters<typeof storage.signIns.replace>) {
        writes += 1;
        if (writes === 2) throw new AppError('storage', 'killed');
        return storage.signIns.replace(...args);
      },
    };
    const { queue } = storage;
    await expect(
      noteSignedIn(teams, { key: 'ada' }, { signIns, clock, queue }),
    ).rejects.toMatchObject({ code: 'storage' });
    expect(await woken()).toEqual(['q1']);
    expect((await row())?.waiting?.questionId).toBe('q1');
  });

  it.each([0, 1])(
    'leaves a question waiting that came while it woke the one before it (%i ms later)',
    async (ms) => {
      const since = clock.now();
      await keep('q1', teams, since);
      const noted = await note(
        teams,
        queueThat(() => keep('q2', teams, since + ms)),
      );
      expect(noted).toEqual({ waited: false, questionId: 'q1' });
      expect((await row())?.waiting?.questionId).toBe('q2');
      expect(await note()).toEqual({ waited: true, questionId: 'q2' });
      expect(await woken()).toEqual(['q1', 'q2']);
    },
  );

  it('wakes one that has waited too long, too: it’s for the question to say so', async () => {
    await keep('q1');
    await clock.sleep(16 * minuteMs);
    expect(await note()).toEqual({ waited: true, questionId: 'q1' });
    expect(await woken()).toEqual(['q1']);
  });

  it('keeps the message whose code completed it', async () => {
    await note(teams, storage.queue, 'message-1');
    await note();
    expect((await row())?.codeActivityId).toBe('message-1');
  });

  it('knows when the newest token was issued', async () => {
    const deps = { ...storage, clock };
    for (const issuedAt of [5_000, 3_000, undefined]) {
      await noteSignedIn(teams, { key: 'ada', issuedAt }, deps);
    }
    expect((await row())?.issuedAt).toBe(5_000);
  });
});

describe('where a sign-in was seen', () => {
  const page = (id: string) => aPlace({ conversation: { id } });

  it('isn’t kept where the channel vouches for people', async () => {
    await note();
    expect((await row())?.seenIn).toBeUndefined();
  });

  it('is each conversation, with who it was there last', async () => {
    await note(page('one'));
    await note(page('two'));
    await noteSignedIn(page('one'), { key: 'grace' }, { ...storage, clock });
    expect((await row(page('one')))?.seenIn).toEqual({
      [conversationKeyOf(page('one'))]: 'grace',
      [conversationKeyOf(page('two'))]: 'ada',
    });
  });

  it('is the latest twenty', async () => {
    for (let index = 0; index < 22; index += 1) await note(page(`${index}`));
    await note(page('2'));
    const seen = Object.keys((await row(page('2')))?.seenIn ?? {});
    expect(seen).toHaveLength(20);
    expect(seen).toContain(conversationKeyOf(page('2')));
    expect(seen).not.toContain(conversationKeyOf(page('1')));
    await note(page('new'));
    const later = Object.keys((await row(page('2')))?.seenIn ?? {});
    expect(later).toContain(conversationKeyOf(page('2')));
    expect(later).not.toContain(conversationKeyOf(page('3')));
  });
});
