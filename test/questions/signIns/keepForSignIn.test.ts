import { beforeEach, describe, expect, it } from 'vitest';
import { conversationKeyOf, signInIdOf } from '../../../src/questions/signIn.ts';
import { changeSignIn } from '../../../src/questions/signIns/changeSignIn.ts';
import { keepForSignIn } from '../../../src/questions/signIns/keepForSignIn.ts';
import { renewWaiting } from '../../../src/questions/signIns/renewWaiting.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';

const page = aPlace();
const rival = aPlace({ conversation: { id: 'another page' } });
const own = aPlace({ channelId: 'msteams', conversation: { id: 'a:own' } });
const channel = aPlace({ channelId: 'msteams', conversation: { id: '19:channel' } });

const minuteMs = 60_000;

let storage: ReturnType<typeof openMemoryStorage>;
let deps: Parameters<typeof keepForSignIn>[2];

beforeEach(() => {
  const clock = createFakeClock({ autoAdvance: true });
  storage = openMemoryStorage(clock);
  deps = { signIns: storage.signIns, clock };
});

const waiting = async (place = page) =>
  (await storage.signIns.get(signInIdOf(place)))?.value.waiting;
const keep = (questionId: string, place = page, since = 100) =>
  keepForSignIn(place, { questionId, since, until: since + 900 }, deps);

describe('a question that is kept for a sign-in', () => {
  it('takes the place of the one that waited before, and names it', async () => {
    expect(await keep('q1')).toBeUndefined();
    expect(await keep('q2', page, 200)).toBe('q1');
    expect(await waiting()).toEqual({
      questionId: 'q2',
      since: 200,
      until: 1_100,
      conversation: conversationKeyOf(page),
    });
  });

  it('takes it wherever the person asks in Teams', async () => {
    await keep('q1', own);
    expect(await keep('q2', channel, 200)).toBe('q1');
    expect(await waiting(own)).toMatchObject({
      questionId: 'q2',
      conversation: conversationKeyOf(channel),
    });
  });

  it('doesn’t replace itself when it’s kept twice', async () => {
    await keep('q1');
    expect(await keep('q1', page, 200)).toBeUndefined();
    expect(await waiting()).toMatchObject({ questionId: 'q1', since: 200 });
  });

  it('is one of those that come at once, and every other one is named', async () => {
    const replaced = await Promise.all(['q1', 'q2', 'q3'].map((id) => keep(id)));
    const { questionId } = (await waiting()) ?? {};
    expect([...replaced, questionId].filter((id) => id !== undefined).sort()).toEqual([
      'q1',
      'q2',
      'q3',
    ]);
  });

  it('has no tries left over from the card before', async () => {
    await keep('q1');
    await changeSignIn(page, deps, (signIn) => ({
      ...signIn,
      ...(signIn.waiting && { waiting: { ...signIn.waiting, tries: 2 } }),
    }));
    expect((await waiting())?.tries).toBe(2);
    await keep('q2', page, 200);
    expect((await waiting())?.tries).toBeUndefined();
  });

  it('has a rival in another page that waits for the same user, for as long as that one counts', async () => {
    const until = deps.clock.now() + minuteMs;
    await keepForSignIn(rival, { questionId: 'q1', since: 100, until }, deps);
    await keep('q2', page, 200);
    expect((await waiting())?.contestedUntil).toBe(until);
    // Asking again doesn't get rid of it, and neither does another card.
    await keep('q3', page, 300);
    await renewWaiting(page, { since: 400, until: 1_300, hasToken: false }, deps);
    expect(await waiting()).toMatchObject({ questionId: 'q3', contestedUntil: until });
    await deps.clock.sleep(minuteMs);
    await keep('q4', page, 500);
    expect(await waiting()).not.toHaveProperty('contestedUntil');
  });

  it('has none in Teams, which says who writes', async () => {
    await keep('q1', own);
    await keep('q2', channel, 200);
    expect(await waiting(own)).not.toHaveProperty('contestedUntil');
  });
});

describe('another card', () => {
  it('is for the question that waits', async () => {
    await keep('q1');
    await renewWaiting(page, { since: 500, until: 1_400, hasToken: true }, deps);
    expect(await waiting()).toEqual({
      questionId: 'q1',
      since: 500,
      until: 1_400,
      conversation: conversationKeyOf(page),
      hadToken: true,
    });
  });

  it('can be for no question', async () => {
    await renewWaiting(page, { since: 500, until: 1_400, hasToken: false }, deps);
    expect(await waiting()).toEqual({
      since: 500,
      until: 1_400,
      conversation: conversationKeyOf(page),
    });
  });
});
