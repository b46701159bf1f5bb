import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/questions/place.ts';
import {
  changeSubscription,
  pauseSubscription,
  resumeSubscription,
} from '../../../src/questions/subscriptions/changeSubscription.ts';
import { endSubscription } from '../../../src/questions/subscriptions/endSubscription.ts';
import { startOf } from '../../../src/questions/subscriptions/startOf.ts';
import { runs } from '../../support/runs.ts';
import type { Mishap } from '../life/simulation/instance.ts';
import { someMishaps, toMap } from '../life/simulation/mishaps.ts';
import { createChain, dayMs, hourMs, made, start } from './chain.ts';

const minuteMs = 60_000;
/** 9:00 of the n-th day after the start. */
const nine = (day: number) => Date.UTC(2026, 10, 21, 9) + day * dayMs;
const dueTimes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => nine(from + index));

describe('a subscription', () => {
  it('is asked once for each due time, before it, and shown when it’s due', async () => {
    const chain = createChain();
    const { id, dueAt } = made(await chain.create());
    expect(dueAt).toBe(nine(1));
    await chain.passTo(nine(5) + hourMs);
    expect(chain.asked.map(({ run }) => run?.dueAt)).toEqual(dueTimes(1, 5));
    for (const { acceptedAt, run } of chain.asked) {
      const ahead = (run?.dueAt ?? 0) - acceptedAt;
      expect(ahead).toBeGreaterThan(minuteMs - 5_000);
      expect(ahead).toBeLessThanOrEqual(15 * minuteMs);
    }
    expect(chain.shown.map((each) => each.dueAt)).toEqual(dueTimes(1, 5));
    for (const { at, dueAt: due } of chain.shown) expect(at - due).toBeLessThan(minuteMs);
    expect(await chain.read(id)).toMatchObject({ dueAt: nine(6), look: 6 });
  });

  it('that is due in a moment is asked at once', async () => {
    const chain = createChain();
    await chain.create({ schedule: { every: 'day', at: { hour: 12, minute: 1 } } });
    await chain.passTo(start + 10_000);
    expect(chain.asked).toHaveLength(1);
  });

  it('asks as a question does that was typed', async () => {
    const chain = createChain();
    const { id, place } = made(await chain.create({ spaceId: 'space-1' }));
    await chain.passTo(nine(1));
    const [question] = chain.asked;
    expect(question).toMatchObject({
      state: 'received',
      text: 'Revenue by region',
      content: '[ada@example.com] Revenue by region',
      asker: 'ada@example.com',
      askerKnownBy: 'teams',
      spaceId: 'space-1',
      place,
      generation: 0,
      attempts: 0,
      run: { subscriptionId: id, revision: 1, dueAt: nine(1), timeZone: 'UTC' },
    });
    expect(question?.place.activityId).toBeUndefined();
    expect(question?.nonce).toMatch(/^[\da-f]{32}$/);
    expect(question?.stream).toBeUndefined();
  });

  it('of a chat on the page is asked where that is now', async () => {
    const moved = { id: 'conversation-9' };
    const placeNow = async (place: Place) => ({ ...place, conversation: moved });
    const visitor = { chatId: `${'a'.repeat(32)}-${'b'.repeat(32)}` };
    const chain = createChain({ placeNow });
    const { place } = made(await chain.create());
    await chain.create({ place: { ...place, visitor }, activityId: 'activity-2' });
    await chain.passTo(nine(1));
    const [one] = chain.asked.filter((each) => each.place.visitor);
    expect(one?.place.conversation).toEqual(moved);
    expect(one?.id.split('-')[0]).toBe(one?.sessionId);
  });

  it('that is private is answered in its owner’s chat, and nobody is told', async () => {
    const chain = createChain();
    await chain.create({ isPrivate: true });
    await chain.passTo(nine(1));
    expect(chain.asked[0]).toMatchObject({ isPrivate: true, note: { says: 'private' } });
  });

  it('leaves two messages in the queue while it’s idle, hidden for less than seven days', async () => {
    const chain = createChain();
    const schedule = { every: 'month', day: 20, at: { hour: 9, minute: 0 } } as const;
    const { id, dueAt } = made(await chain.create({ schedule }));
    await chain.passTo(dueAt + hourMs);
    const looks = chain.looksOf(id);
    for (const { delayMs } of looks) expect(delayMs).toBeLessThan(7 * dayMs);
    // Of 29 days, and the first at the next due time.
    expect(looks).toHaveLength(12);
    expect(new Set(looks.slice(0, 10).map(({ work }) => work.look))).toEqual(new Set([1]));
    expect(chain.asked).toHaveLength(1);
  });
});

describe('many subscriptions that are due at the same minute', () => {
  it('are asked at all times of the quarter of an hour before', () => {
    const digits = (n: number) => n.toString(16).padStart(32, '0');
    const ahead = Array.from({ length: 500 }, (_, n) => {
      const id = `${digits(7)}-${digits(n)}`;
      return nine(1) - startOf({ id, dueAt: nine(1) });
    });
    const perMinute = Map.groupBy(ahead, (ms) => Math.floor(ms / minuteMs));
    expect([...perMinute.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    );
    for (const [, group] of perMinute) expect(group.length).toBeLessThan(80);
  });
});

describe('a bot that was down', () => {
  it.each([5, 59])('for %i minutes catches up', async (minutes) => {
    const chain = createChain();
    await chain.create();
    await chain.passTo(nine(1) - 30 * minuteMs);
    chain.takeDown((30 + minutes) * minuteMs);
    await chain.passTo(nine(2) + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual(dueTimes(1, 2));
    expect(chain.shown[0]?.skipped).toBeUndefined();
  });

  it('for longer skips what it missed, and says so with the next answer, once', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(nine(1) - 30 * minuteMs);
    chain.takeDown(2 * dayMs + 2 * hourMs);
    await chain.passTo(nine(6) + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual(dueTimes(4, 6));
    expect(chain.shown[0]?.skipped).toEqual({ times: 3, since: nine(1) });
    expect(chain.shown[1]?.skipped).toBeUndefined();
    expect((await chain.read(id))?.skipped).toBeUndefined();
  });

  it('for days catches up with what was due within the last hour', async () => {
    const chain = createChain();
    await chain.create();
    await chain.passTo(nine(1) - hourMs);
    chain.takeDown(3 * dayMs + hourMs + 30 * minuteMs);
    await chain.passTo(nine(4) + 2 * hourMs);
    expect(chain.shown).toMatchObject([{ dueAt: nine(4), skipped: { times: 3, since: nine(1) } }]);
  });

  it('for three weeks finds its subscriptions again, although no message is left', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(nine(1) - hourMs);
    chain.takeDown(21 * dayMs);
    await chain.passTo(nine(24) + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual(dueTimes(22, 24));
    expect(chain.shown[0]?.skipped).toEqual({ times: 21, since: nine(1) });
    expect(await chain.read(id)).toMatchObject({ dueAt: nine(25) });
  });

  it('and has begun a run before that leaves it silent, and counts it', async () => {
    const chain = createChain();
    await chain.create();
    await chain.passTo(nine(1) - minuteMs);
    chain.takeDown(2 * hourMs);
    await chain.passTo(nine(2) + hourMs);
    expect(chain.silent).toEqual([{ dueAt: nine(1), why: 'late' }]);
    expect(chain.shown).toMatchObject([{ dueAt: nine(2), skipped: { times: 1, since: nine(1) } }]);
  });
});

describe('a run that was left lying', () => {
  it('until the next one begins counts as skipped all the same', async () => {
    const chain = createChain();
    await chain.create();
    await chain.passTo(nine(1) - minuteMs / 2);
    chain.hold(chain.asked[0]?.id ?? '');
    chain.takeDown(dayMs - 10 * minuteMs);
    await chain.passTo(nine(3) + hourMs);
    expect(chain.shown).toMatchObject([
      { dueAt: nine(2), skipped: { times: 1, since: nine(1) } },
      { dueAt: nine(3), skipped: undefined },
    ]);
  });
});

describe('a row that was never written', () => {
  it('lets nothing count as skipped that was asked', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    const before = await chain.read(id);
    await chain.passTo(nine(1) + 2 * hourMs);
    const current = await chain.storage.subscriptions.get(id);
    if (before && current) await chain.storage.subscriptions.replace(current, before);
    await chain.passTo(nine(2) + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual(dueTimes(1, 2));
    expect(chain.shown[1]?.skipped).toBeUndefined();
    expect(await chain.read(id)).toMatchObject({ dueAt: nine(3) });
  });
});

describe('lost messages', () => {
  it.each([
    { at: { hour: 9, minute: 0 }, lateMs: minuteMs },
    { at: { hour: 9, minute: 5 }, lateMs: hourMs },
    { at: { hour: 8, minute: 59 }, lateMs: 2 * minuteMs },
  ])('are made good by the sweep ($at)', async ({ at, lateMs }) => {
    const chain = createChain();
    const { dueAt } = made(await chain.create({ schedule: { every: 'day', at } }));
    await chain.passTo(start + hourMs);
    await chain.loseMessages();
    await chain.passTo(dueAt + dayMs + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual([dueAt, dueAt + dayMs]);
    expect((chain.shown[0]?.at ?? 0) - dueAt).toBeLessThanOrEqual(lateMs);
  });

  it('of one that was paused for months, and resumed, as well', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(start + hourMs);
    await pauseSubscription(id, chain.deps);
    await chain.passTo(nine(60));
    await resumeSubscription(id, chain.deps);
    await chain.loseMessages();
    await chain.passTo(nine(61) + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual([nine(61)]);
  });
});

describe('storage that fails', () => {
  it.each([1, 10, 30])('for %i minutes when a run is to begin delays that', async (minutes) => {
    const chain = createChain();
    const schedule = { every: 'day', at: { hour: 9, minute: 10 } } as const;
    const { id, dueAt } = made(await chain.create({ schedule }));
    await chain.passTo(startOf({ id, dueAt }) - minuteMs / 2);
    chain.breakStorage(minutes * minuteMs);
    await chain.passTo(dueAt + dayMs + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual([dueAt, dueAt + dayMs]);
    const lateMs = (chain.shown[0]?.at ?? 0) - dueAt;
    expect(lateMs).toBeLessThan(Math.max(1, minutes + 5) * minuteMs);
  });
});

describe('a subscription whose every look fails', () => {
  it('is looked at for as long as it can be caught up, and then by the sweep alone', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    const row = await chain.storage.subscriptions.get(id);
    if (row === undefined) throw new Error('It isn’t there');
    await chain.storage.subscriptions.replace(row, { ...row.value, timeZone: 'Nowhere/Never' });
    const looksUntil = async (time: number) => {
      const before = chain.looksOf(id).length;
      await chain.passTo(time);
      return chain.looksOf(id).length - before;
    };
    expect(await looksUntil(nine(1) + 45 * minuteMs)).toBeGreaterThan(10);
    await chain.passTo(nine(2));
    // Two an hour, however long it lasts.
    expect(await looksUntil(nine(3))).toBe(48);
  });
});

describe('subscriptions that were turned off', () => {
  it('are not asked, and go on once they are on again', async () => {
    const chain = createChain();
    await chain.create();
    await chain.passTo(nine(1) - hourMs);
    chain.turn(false);
    await chain.passTo(nine(3) + 2 * hourMs);
    expect(chain.asked).toEqual([]);
    chain.turn(true);
    await chain.passTo(nine(4) + hourMs);
    expect(chain.shown).toMatchObject([{ dueAt: nine(4), skipped: { times: 3, since: nine(1) } }]);
  });

  it('while a run had begun leave it silent', async () => {
    const chain = createChain();
    await chain.create();
    await chain.passTo(nine(1) - minuteMs);
    chain.turn(false);
    await chain.passTo(nine(1) + hourMs);
    expect(chain.silent).toEqual([{ dueAt: nine(1), why: 'over' }]);
  });
});

describe('an owner', () => {
  it('who pauses isn’t asked for, not even by a run that has begun', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(nine(1) - minuteMs / 2);
    await pauseSubscription(id, chain.deps);
    await chain.passTo(nine(3));
    expect(chain.silent).toEqual([{ dueAt: nine(1), why: 'over' }]);
    expect(chain.asked).toHaveLength(1);
    expect(await chain.read(id)).toMatchObject({ paused: 'owner' });
  });

  it('who resumes isn’t told of what was due meanwhile', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await pauseSubscription(id, chain.deps);
    await chain.passTo(nine(3) + hourMs);
    expect(await resumeSubscription(id, chain.deps)).toMatchObject({ dueAt: nine(4) });
    await chain.passTo(nine(4) + hourMs);
    expect(chain.shown).toMatchObject([{ dueAt: nine(4), skipped: undefined }]);
  });

  it('who pauses and resumes right before it’s due gets one answer', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(nine(1) - 50_000);
    await pauseSubscription(id, chain.deps);
    await resumeSubscription(id, chain.deps);
    await chain.passTo(nine(1) + hourMs);
    expect(chain.shown).toMatchObject([{ dueAt: nine(1), revision: 3 }]);
    expect(chain.silent).toEqual([{ dueAt: nine(1), why: 'over' }]);
  });

  it('who changes the time, the question and the place gets what they asked for last', async () => {
    const chain = createChain();
    const { id, place } = made(await chain.create());
    await chain.passTo(nine(1) - minuteMs / 2);
    const to = { ...place, conversation: { id: 'channel' } };
    const schedule = { every: 'day', at: { hour: 10, minute: 0 } } as const;
    await changeSubscription(id, { text: 'Orders', schedule, place: to }, chain.deps);
    await chain.passTo(nine(2) + 2 * hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual([nine(1) + hourMs, nine(2) + hourMs]);
    expect(chain.asked.at(-1)).toMatchObject({ text: 'Orders', place: to });
  });

  it('who ends it leaves nothing behind', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(nine(1) - minuteMs / 2);
    expect(await endSubscription(id, chain.deps)).toMatchObject({ id });
    expect(await endSubscription(id, chain.deps)).toBeUndefined();
    await chain.passTo(nine(3));
    expect(chain.silent).toEqual([{ dueAt: nine(1), why: 'over' }]);
    expect(chain.asked).toHaveLength(1);
    expect(await pauseSubscription(id, chain.deps)).toBeUndefined();
    expect(await resumeSubscription(id, chain.deps)).toBeUndefined();
  });
});

describe('a clock', () => {
  it('that moves back asks nothing twice', async () => {
    const chain = createChain();
    await chain.create();
    await chain.passTo(nine(1) + minuteMs);
    chain.skew(-2 * hourMs);
    await chain.passTo(nine(1) + hourMs);
    chain.skew(0);
    await chain.passTo(nine(3) + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual(dueTimes(1, 3));
  });

  it('that is behind has nothing shown again that its owner changes right after', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(nine(1) + minuteMs);
    chain.skew(-5 * minuteMs);
    expect(await changeSubscription(id, {}, chain.deps)).toMatchObject({ dueAt: nine(2) });
  });

  it('that is a week ahead and moves back skips that week at most', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(nine(1) - hourMs);
    chain.skew(7 * dayMs);
    await chain.passTo(nine(1) + hourMs);
    chain.skew(0);
    await chain.passTo(nine(10) + hourMs);
    const due = chain.shown.map((each) => each.dueAt);
    expect(new Set(due).size).toBe(due.length);
    expect(due).toEqual(expect.arrayContaining(dueTimes(9, 10)));
    expect(await chain.read(id)).toMatchObject({ dueAt: nine(11) });
  });

  it.each([-3_000, 3_000])('that differs by %i ms changes nothing', async (ms) => {
    const chain = createChain();
    chain.skew(ms);
    await chain.create();
    await chain.passTo(nine(3) + hourMs);
    expect(chain.shown.map((each) => each.dueAt)).toEqual(dueTimes(1, 3));
  });
});

describe('whatever happens to instances', () => {
  const kinds: Mishap[] = ['killed-before', 'killed-after', 'reply-lost', 'nothing-sent'];
  const calls = Array.from({ length: 40 }, (_, call) => call);

  // The sweep runs on the hour, and is to mend nothing here.
  const schedule = { every: 'day', at: { hour: 9, minute: 5 } } as const;
  const due = dueTimes(1, 4).map((each) => each + 5 * minuteMs);

  it.each(kinds)('at any one call (%s), each due time is asked and shown once', async (kind) => {
    for (const call of calls) {
      const chain = createChain({ mishaps: [new Map([[call, kind]])] });
      const { id } = made(await chain.create({ schedule }));
      await chain.passTo(nine(4) + hourMs);
      expect(
        chain.shown.map((each) => each.dueAt),
        `call ${call}`,
      ).toEqual(due);
      expect(chain.asked, `call ${call}`).toHaveLength(4);
      for (const { at, dueAt } of chain.shown) expect(at - dueAt).toBeLessThan(minuteMs);
      // What was queued twice is not, from then on.
      const { look } = (await chain.read(id)) ?? {};
      const latest = chain.looksOf(id).filter(({ work }) => work.look === look);
      expect(latest.length, `call ${call}`).toBe(2);
    }
  });
});

const aDownTime = fc.record({
  after: fc.integer({ min: minuteMs, max: 2 * dayMs }),
  ms: fc.oneof(fc.nat(10 * minuteMs), fc.nat(3 * hourMs), fc.nat(3 * dayMs)),
});

/** With the looks of nine to nine. */
const history = {
  mishaps: fc.array(someMishaps(60), { maxLength: 4 }),
  downTimes: fc.array(aDownTime, { maxLength: 3 }),
  lossesAfter: fc.array(fc.nat(2 * dayMs), { maxLength: 2 }),
};

describe('in any history', () => {
  it('each due time is shown once, or counted as skipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(history), async ({ mishaps, downTimes, lossesAfter }) => {
        const chain = createChain({ mishaps: mishaps.map(toMap) });
        const { id } = made(await chain.create());
        for (const { after, ms } of downTimes) {
          await chain.passTo(chain.clock.now() + after);
          chain.takeDown(ms);
          await chain.passTo(chain.clock.now() + ms);
        }
        for (const after of lossesAfter) {
          await chain.passTo(chain.clock.now() + after);
          await chain.loseMessages();
        }
        const lastDay = Math.ceil((chain.clock.now() - nine(0)) / dayMs) + 2;
        await chain.passTo(nine(lastDay) + 2 * hourMs);
        const shown = chain.shown.map(({ dueAt }) => dueAt);
        expect(new Set(shown).size).toBe(shown.length);
        const said = chain.shown.reduce((sum, { skipped }) => sum + (skipped?.times ?? 0), 0);
        const { skipped, dueAt } = (await chain.read(id)) ?? {};
        expect(dueAt).toBe(nine(lastDay + 1));
        expect(shown.length + said + (skipped?.times ?? 0)).toBe(lastDay);
        // Nothing was down on the last days.
        expect(shown.slice(-2)).toEqual(dueTimes(lastDay - 1, lastDay));
      }),
      { numRuns: runs(60) },
    );
  });

  it('an owner is shown what they wished for last, and nothing twice', async () => {
    const anAct = fc.record({
      after: fc.oneof(fc.nat(20 * minuteMs), fc.nat(2 * dayMs)),
      does: fc.constantFrom('pause', 'resume', 'change'),
      hour: fc.integer({ min: 7, max: 11 }),
      mishaps: someMishaps(8, 2),
    });
    const given = fc.record({ ...history, acts: fc.array(anAct, { maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(given, async ({ mishaps, downTimes, acts }) => {
        const chain = createChain({ mishaps: mishaps.map(toMap) });
        const { id } = made(await chain.create());
        for (const { after, ms } of downTimes) {
          await chain.passTo(chain.clock.now() + after);
          chain.takeDown(ms);
          await chain.passTo(chain.clock.now() + ms);
        }
        for (const { after, does, hour, mishaps: at } of acts) {
          await chain.passTo(chain.clock.now() + after);
          const deps = chain.depsWith(toMap(at));
          const schedule = { every: 'day', at: { hour, minute: 0 } } as const;
          if (does === 'pause') void pauseSubscription(id, deps).catch(() => {});
          if (does === 'resume') void resumeSubscription(id, deps).catch(() => {});
          if (does === 'change') void changeSubscription(id, { schedule }, deps).catch(() => {});
          await chain.passTo(chain.clock.now() + 5_000);
        }
        const last = { every: 'day', at: { hour: 23, minute: 30 } } as const;
        const changed = await changeSubscription(id, { schedule: last }, chain.deps);
        const dueAt = changed?.dueAt ?? 0;
        await chain.passTo(dueAt + dayMs + hourMs);
        const shown = chain.shown.map((each) => each.dueAt);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.slice(-2)).toEqual([dueAt, dueAt + dayMs]);
      }),
      { numRuns: runs(60) },
    );
  });
});
