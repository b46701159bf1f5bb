import { describe, expect, it } from 'vitest';
import { GenieError } from '../../../src/genie/errors.ts';
import { sessionIdOf } from '../../../src/questions/ids.ts';
import { listAskedElsewhere } from '../../../src/questions/ownChat/listAskedElsewhere.ts';
import { CourierError } from '../../../src/questions/ports.ts';
import { anAnswerOf } from './simulation/anAnswerOf.ts';
import { ownChatIdOf } from './simulation/chat.ts';
import { type Mishap, startInstance } from './simulation/instance.ts';
import { openStage } from './simulation/stage.ts';
import { aQuietPlace, startRun } from './simulation/startRun.ts';
import { createWorld } from './simulation/world.ts';

const second = 1_000;
const minute = 60_000;
const settings = { subscriptions: { mostOfOne: 10 } };

describe('a run whose owner is killed', () => {
  const mishaps: Mishap[] = ['killed-before', 'killed-after'];
  const calls = Array.from({ length: 45 }, (_, call) => call);
  const moments = mishaps.flatMap((mishap) => calls.map((call) => ({ mishap, call })));

  it.each(moments)('is asked once and shown once: $mishap call $call', async ({ mishap, call }) => {
    const world = createWorld(() => 3 * second);
    const first = startInstance(world, new Map([[call, mishap]]), settings);
    void first.serveQueue();
    const place = aQuietPlace();
    const id = await startRun(world, { place, dueInMs: 20 * second });
    const instances = [first];
    const dueAt = world.clock.now() + 20 * second;
    for (let time = 0; time < 5 * minute; time += second) {
      await world.clock.advance(second);
      if (!instances.at(-1)?.isAlive) {
        const next = startInstance(world, new Map(), settings);
        void next.serveQueue();
        instances.push(next);
      }
      if (world.clock.now() < dueAt) expect(world.shown).toEqual([]);
    }
    expect(world.asked).toHaveLength(1);
    const row = (await world.storage.questions.get(id))?.value;
    const outcomes = world.shown.map(({ what }) => what);
    if (first.diedSending) {
      // It may be there or not: its asker is told that.
      expect(['delivery-unsure', 'answer delivery-unsure']).toContain(outcomes.join(' '));
      expect(row).toMatchObject({ state: 'failed', failure: { code: 'delivery-unsure' } });
      return;
    }
    expect(outcomes).toEqual(['answer']);
    expect(row?.state).toBe('delivered');
    // What is asked next goes on from it, whichever instance wrote its end.
    const session = (await world.storage.sessions.get(sessionIdOf(place)))?.value;
    expect(session).toMatchObject({ conversationId: row?.conversationId });
  });
});

describe('a run that meets trouble with Genie before it’s due', () => {
  it('is answered in time if Genie is, however long the trouble was', async () => {
    const stage = openStage(5 * second, { settings: { ...settings, genieTimeoutMs: minute } });
    const { genie, clock } = stage.world;
    const backAt = clock.now() + 8 * minute;
    const { ask } = genie;
    const away = async () => {
      if (clock.now() >= backAt) return;
      throw new GenieError('genie-unreachable', 'away', { acted: 'no' });
    };
    genie.probe = away;
    genie.ask = async (...args) => {
      await away();
      return ask(...args);
    };
    await startRun(stage.world, { dueInMs: 10 * minute });
    await stage.pass(10 * minute + second);
    expect(stage.shown()).toEqual(['answer']);
  });

  it('is given up once it has been due for as long as Genie can take', async () => {
    const stage = openStage(60 * minute, { settings: { ...settings, genieTimeoutMs: minute } });
    await startRun(stage.world, { dueInMs: 10 * minute });
    await stage.pass(10.9 * minute);
    expect(stage.shown()).toEqual([]);
    await stage.pass(0.2 * minute);
    expect(stage.shown()).toEqual(['genie-timeout']);
  });
});

describe('two runs that are shown at the same moment', () => {
  it('are gone on from by the order in which they were shown', async () => {
    const stage = openStage(5 * second, { settings });
    const ids = [
      await startRun(stage.world, { dueInMs: minute }),
      await startRun(stage.world, { dueInMs: minute }),
    ];
    await stage.pass(2 * minute);
    const last = stage.world.shown.at(-1)?.questionId ?? '';
    expect(ids).toContain(last);
    const next = await stage.ask(aQuietPlace());
    await stage.pass(minute);
    const [asked, shown] = await Promise.all([next, last].map(stage.rowOf));
    expect(asked?.conversationId).toBe(shown?.conversationId);
  });
});

describe('a run that is private', () => {
  const group = aQuietPlace({
    channelId: 'msteams',
    conversation: { id: 'group', conversationType: 'groupChat' },
  });
  const isPrivate = { isPrivate: true, note: { says: 'private' } } as const;

  it('says nothing where it was subscribed, and is what its owner goes on from in their own chat', async () => {
    const stage = openStage(5 * second, { settings });
    const id = await startRun(stage.world, { place: group, also: isPrivate });
    await stage.pass(minute);
    expect(stage.world.notes).toEqual([]);
    expect(stage.world.shown.map(({ where }) => where)).toEqual([ownChatIdOf(group)]);
    const row = await stage.rowOf(id);
    const next = await stage.ask(row?.answerTo);
    await stage.pass(minute);
    expect((await stage.rowOf(next))?.conversationId).toBe(row?.conversationId);
  });

  it('says nothing where it was subscribed if that chat can’t be opened, either', async () => {
    const stage = openStage(5 * second, {
      settings,
      prepare(world) {
        world.courier.openChat = async () => {
          throw new CourierError('refused', 'blocked', undefined);
        };
      },
    });
    const id = await startRun(stage.world, { place: group, also: isPrivate });
    await stage.pass(60 * minute);
    expect(stage.world.notes).toEqual([]);
    expect(stage.shown()).toEqual([]);
    expect(await stage.rowOf(id)).toMatchObject({
      state: 'failed',
      failure: { code: 'undeliverable' },
    });
  });

  it('is nowhere in that chat if it’s silent', async () => {
    const stage = openStage(5 * second, { settings });
    stage.world.genie.readAnswer = async () => anAnswerOf(41);
    const condition = { only: 'above', of: { column: 'Revenue' }, limit: 42 } as const;
    const silent = await startRun(stage.world, { place: group, also: isPrivate, condition });
    const shown = await startRun(stage.world, { place: group, also: isPrivate });
    await stage.pass(minute);
    expect((await stage.rowOf(silent))?.run?.silent).toBe('unmet');
    const { answerTo } = (await stage.rowOf(shown)) ?? {};
    const there = answerTo && (await listAskedElsewhere(answerTo, stage.instance.deps));
    expect(there?.map(({ id }) => id)).toEqual([shown]);
  });
});

describe('a run of a space', () => {
  it('asks that, whatever its owner has chosen since', async () => {
    const stage = openStage(5 * second, {
      settings: { ...settings, spaceIds: ['space', 'other'] },
    });
    const asked: string[] = [];
    const { ask } = stage.world.genie;
    stage.world.genie.ask = (asking, ...rest) => {
      asked.push(asking.spaceId);
      return ask(asking, ...rest);
    };
    await startRun(stage.world, { also: { spaceId: 'other' } });
    await startRun(stage.world);
    await stage.pass(minute);
    expect(asked.toSorted()).toEqual(['other', 'space']);
  });

  it('fails if that can’t be asked any longer, and asks no other', async () => {
    const stage = openStage(5 * second, { settings: { ...settings, spaceIds: ['space'] } });
    await startRun(stage.world, { also: { spaceId: 'gone' } });
    await startRun(stage.world, { also: { spaceId: 'endpoint:gone' } });
    await stage.pass(minute);
    expect(stage.world.asked).toEqual([]);
    expect(stage.shown().toSorted()).toEqual(['endpoint-not-found', 'genie-not-found']);
  });
});
