import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/questions/place.ts';
import type { Question } from '../../../src/questions/question.ts';
import { signInIdOf } from '../../../src/questions/signIn.ts';
import { noteSignedIn } from '../../../src/questions/signIns/noteSignedIn.ts';
import { readPerson } from '../../../src/signIn/readPerson.ts';
import { signOut } from '../../../src/signIn/signOut.ts';
import { runs } from '../../support/runs.ts';
import { type Instance, startInstance } from './simulation/instance.ts';
import { someMishaps, toMap } from './simulation/mishaps.ts';
import { play, settled } from './simulation/play.ts';
import { aQuietPlace, startRun } from './simulation/startRun.ts';
import { createWorld, type World } from './simulation/world.ts';

const minute = 60_000;
const hour = 60 * minute;

const place: Place = aQuietPlace({
  channelId: 'msteams',
  conversation: { id: 'a:ada', conversationType: 'personal' },
  user: { id: '29:ada', aadObjectId: 'oid-ada' },
});

function deskOf({ signIns }: World) {
  if (signIns === undefined) throw new Error('Nobody signs in here');
  return signIns;
}

/** What an instance does when a client brings a token. */
async function signIn(world: World, instance: Instance, lifeMs?: number) {
  const token = deskOf(world).signIn(place, lifeMs);
  await noteSignedIn(place, readPerson(token, place), instance.deps);
}

const settings = { subscriptions: { mostOfOne: 10 }, keepQuestionsMs: 90 * hour };
const start = (world: World, mishaps?: Parameters<typeof startInstance>[1]) =>
  startInstance(world, mishaps, settings);

function open(): { world: World; instance: Instance } {
  const world = createWorld(() => 2_000, { asPerson: true, spansDays: true });
  const instance = start(world);
  void instance.serveQueue();
  return { world, instance };
}

const rowOf = async ({ storage }: World, id: string): Promise<Question | undefined> =>
  (await storage.questions.get(id))?.value;
const waitingIn = async ({ storage }: World) =>
  (await storage.signIns.get(signInIdOf(place)))?.value.waitingRuns;
const shownIn = ({ shown }: World) => shown.map(({ what }) => what);

describe('a run whose asker has to sign in', () => {
  it('shows nothing before it is due', async () => {
    const { world } = open();
    const id = await startRun(world, { place, dueInMs: 10 * minute });
    await world.clock.advance(9 * minute);
    expect(deskOf(world).shown).toEqual([]);
    expect(await rowOf(world, id)).toMatchObject({ state: 'signing-in' });
    await world.clock.advance(2 * minute);
    expect(deskOf(world).shown).toEqual([id]);
  });

  it('shows nothing at all if they sign in before that', async () => {
    const { world, instance } = open();
    await startRun(world, { place, dueInMs: 10 * minute });
    await world.clock.advance(5 * minute);
    await settled(world, signIn(world, instance));
    await world.clock.advance(6 * minute);
    expect(deskOf(world).shown).toEqual([]);
    expect(shownIn(world)).toEqual(['answer']);
  });

  it('is looked at few times in the hours that it waits, and goes on at once', async () => {
    const { world, instance } = open();
    const id = await startRun(world, { place });
    await world.clock.advance(5 * minute);
    const { get } = world.storage.signIns;
    let looks = 0;
    world.storage.signIns.get = (...args) => {
      looks += 1;
      return get(...args);
    };
    await world.clock.advance(12 * hour);
    expect(looks).toBeLessThan(30);
    await settled(world, signIn(world, instance));
    expect(await play(world, [id], [instance], hour)).toBeLessThan(minute);
    expect(shownIn(world)).toEqual(['answer']);
  });

  it('ends before the next is begun, without a word, and the card stays for that one', async () => {
    const { world, instance } = open();
    const first = await startRun(world, { place });
    await world.clock.advance(25 * hour);
    expect(await rowOf(world, first)).toMatchObject({
      state: 'failed',
      failure: { code: 'sign-in-late' },
      run: { silent: 'told' },
    });
    expect(await waitingIn(world)).toMatchObject({ questionIds: [] });
    const second = await startRun(world, { place });
    await world.clock.advance(minute);
    expect(deskOf(world).shown).toEqual([first]);
    await settled(world, signIn(world, instance));
    await world.clock.advance(minute);
    expect(await waitingIn(world)).toBeUndefined();
    expect(world.shown).toEqual([expect.objectContaining({ questionId: second, what: 'answer' })]);
  });

  it('shows the card if the one that should have did not get to it', async () => {
    const { world } = open();
    const first = await startRun(world, { place, dueInMs: 10 * minute });
    const second = await startRun(world, { place, dueInMs: 12 * minute });
    await world.clock.advance(minute);
    expect(await waitingIn(world)).toMatchObject({ shownBy: first });
    // Its subscription ends.
    const { subscriptionId = '' } = (await rowOf(world, first))?.run ?? {};
    await world.storage.subscriptions.delete(subscriptionId);
    await world.clock.advance(20 * minute);
    expect(deskOf(world).shown).toEqual([second]);
  });

  it('is given up if the card is refused, which says that they are gone', async () => {
    const { world } = open();
    const { askToSignIn } = world.courier;
    world.courier.askToSignIn = async () => {
      const { CourierError } = await import('../../../src/questions/ports.ts');
      throw new CourierError('refused', 'blocked', undefined, 403);
    };
    const first = await startRun(world, { place });
    await world.clock.advance(minute);
    expect(await rowOf(world, first)).toMatchObject({ failure: { code: 'undeliverable' } });
    // They are back: the next one shows a card.
    world.courier.askToSignIn = askToSignIn;
    const second = await startRun(world, { place });
    await world.clock.advance(minute);
    expect(deskOf(world).shown).toEqual([second]);
  });

  it('and what they type wait side by side, and one sign-in is enough', async () => {
    const { world, instance } = open();
    const run = await startRun(world, { place });
    await world.clock.advance(minute);
    await settled(world, instance.accept({ place, activityId: 'one', text: 'How many?' }));
    await world.clock.advance(minute);
    expect(deskOf(world).shown).toHaveLength(2);
    expect(await rowOf(world, run)).toMatchObject({ state: 'signing-in' });
    await settled(world, signIn(world, instance));
    await world.clock.advance(minute);
    expect(shownIn(world)).toEqual(['answer', 'answer']);
    expect(world.asked).toHaveLength(2);
  });
});

describe('several runs whose asker has to sign in', () => {
  it('are all asked once and shown once within a minute of the sign-in, whichever call it is killed at', async () => {
    for (let call = 0; ; call += 1) {
      for (const kill of ['killed-before', 'killed-after'] as const) {
        const { world, instance: settler } = open();
        const ids = [
          await startRun(world, { place }),
          await startRun(world, { place }),
          await startRun(world, { place, dueInMs: 5 * minute }),
        ];
        await world.clock.advance(3 * hour);
        expect(deskOf(world).shown).toHaveLength(1);
        const instance = start(world, new Map([[call, kill]]));
        let isDone = false;
        void signIn(world, instance).then(() => {
          isDone = true;
        });
        const where = `${kill} at call ${call}`;
        const tookMs = await play(world, ids, [settler, instance], 4 * hour);
        expect(world.asked, where).toHaveLength(3);
        expect(shownIn(world), where).toEqual(['answer', 'answer', 'answer']);
        // Killed before anything was begun, the sign-in itself is lost: its client brings it again.
        if (call > 1) expect(tookMs, where).toBeLessThan(minute);
        expect(deskOf(world).shown, where).toHaveLength(1);
        if (isDone) {
          expect(call).toBeGreaterThan(5);
          return;
        }
      }
    }
  }, 120_000);

  it('wait for it and go on, whichever call their only instance is killed at', async () => {
    for (let call = 0; ; call += 1) {
      for (const kill of ['killed-before', 'killed-after'] as const) {
        const world = createWorld(() => 2_000, { asPerson: true, spansDays: true });
        const instance = start(world, new Map([[call, kill]]));
        void instance.serveQueue();
        const ids = [
          await startRun(world, { place, dueInMs: minute }),
          await startRun(world, { place, dueInMs: minute }),
        ];
        const instances = [instance];
        await world.clock.advance(2 * minute);
        const next = start(world);
        void next.serveQueue();
        instances.push(next);
        await world.clock.advance(20 * minute);
        const where = `${kill} at call ${call}`;
        // Who is killed while showing a card might not know that it was.
        const most = instance.isAlive ? 1 : 2;
        expect(deskOf(world).shown.length, where).toBeGreaterThanOrEqual(1);
        expect(deskOf(world).shown.length, where).toBeLessThanOrEqual(most);
        await settled(world, signIn(world, start(world)));
        await play(world, ids, instances, hour);
        expect(world.asked, where).toHaveLength(2);
        if (!instance.diedSending) expect(shownIn(world), where).toEqual(['answer', 'answer']);
        if (instance.isAlive) {
          expect(call).toBeGreaterThan(20);
          return;
        }
      }
    }
  }, 120_000);

  const mishaps = someMishaps(60, 3);
  const event = fc.record({
    what: fc.constantFrom('run', 'run', 'ask', 'sign in', 'sign in briefly', 'sign out', 'revoke'),
    dueInMs: fc.constantFrom(0, 10 * minute),
    target: fc.integer({ min: 0, max: 1 }),
    afterMs: fc.constantFrom(0, 300, 20_000, 5 * minute, 2 * hour),
  });
  const history = fc.record({
    events: fc.array(event, { minLength: 2, maxLength: 8 }),
    first: mishaps,
    second: mishaps,
  });

  it('are asked once at most, and end with one outcome at most, whenever their asker signs in or out', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ events, first, second }) => {
        const world = createWorld(() => 2_000, { asPerson: true, spansDays: true });
        const instances = [first, second].map((at) => start(world, toMap(at)));
        for (const instance of [...instances, start(world)]) void instance.serveQueue();
        const ids: string[] = [];
        for (const [index, { what, dueInMs, target, afterMs }] of events.entries()) {
          const alive = instances.find(({ isAlive }) => isAlive) ?? start(world);
          const chosen = instances[target] ?? alive;
          const quietly = (work: Promise<unknown>) => void work.catch(() => {});
          if (what === 'run') {
            const expiresAt = world.clock.now() + 90 * hour;
            ids.push(await startRun(world, { place, dueInMs, also: { expiresAt } }));
          }
          if (what === 'ask') {
            const typed = { place, activityId: `activity-${index}`, text: `question ${index}` };
            await settled(world, start(world).accept(typed));
          }
          if (what === 'sign in') quietly(signIn(world, chosen));
          if (what === 'sign in briefly') quietly(signIn(world, chosen, 90_000));
          if (what === 'sign out') {
            quietly(signOut(place, { ...chosen.deps, service: deskOf(world).service }));
          }
          if (what === 'revoke') deskOf(world).revokeAll();
          await world.clock.advance(afterMs);
        }
        for (let hours = 0; hours < 30; hours += 1) await world.clock.advance(hour);

        const contents = world.asked.map(({ content }) => content);
        expect(new Set(contents).size).toBe(contents.length);
        const maySendNotices = instances.some(({ diedSending }) => diedSending);
        for (const id of ids) {
          const row = await rowOf(world, id);
          expect(['delivered', 'failed'], `${id} ${row?.state}`).toContain(row?.state);
          const shown = world.shown.filter(({ questionId }) => questionId === id);
          if (!maySendNotices) expect(shown).toHaveLength(row?.run?.silent ? 0 : 1);
          expect(shown.filter(({ what }) => what === 'answer').length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs(60) },
    );
  }, 240_000);
});
