import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/common/errors.ts';
import { GenieError } from '../../../src/genie/errors.ts';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { rescueQuestion } from '../../../src/questions/ownership/rescueQuestion.ts';
import { changeSession, startingAnew } from '../../../src/questions/sessions/changeSession.ts';
import { sweep } from '../../../src/questions/upkeep/sweep.ts';
import { aPlace } from '../../support/aPlace.ts';
import { acceptArrival, type Instance, startInstance } from './simulation/instance.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type World } from './simulation/world.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a question', () => {
  let world: World;
  let instance: Instance;
  let count = 0;

  function begin(answerMs: number): void {
    world = createWorld(() => answerMs);
    instance = startInstance(world);
    void instance.serveQueue();
  }
  async function ask(text = 'How many?'): Promise<string> {
    const place = aPlace();
    const activityId = `activity-${++count}`;
    await settled(world, instance.accept({ place, activityId, text }));
    return questionIdOf(place, activityId);
  }
  const rowOf = async (id: string) => (await world.storage.questions.get(id))?.value;
  const shown = () => world.shown.map(({ what }) => what);
  beforeEach(() => begin(1_000));

  it('takes longer than allowed: its asker is told, and still gets the answer when Genie is done', async () => {
    begin(12 * minute);
    const id = await ask();
    await play(world, [id], [instance]);
    expect(shown()).toEqual(['genie-timeout', 'answer']);
    expect(world.asked).toHaveLength(1);
    expect((await rowOf(id))?.state).toBe('delivered');
  });

  it('is overdue: the next one doesn’t wait for it, and starts a new conversation', async () => {
    begin(15 * minute);
    const late = await ask();
    await world.clock.advance(11 * minute);
    const next = await ask();
    await play(world, [late, next], [instance], 40 * minute);
    expect(new Set(world.asked.map(({ ids }) => ids.conversationId)).size).toBe(2);
    expect(world.overlaps).toBe(0);
  });

  it('ends an hour after its asker was told, if Genie never answers', async () => {
    begin(100 * hour);
    const id = await ask();
    await play(world, [id], [instance], 2 * hour);
    expect(shown()).toEqual(['genie-timeout']);
    expect((await rowOf(id))?.state).toBe('failed');
  });

  it('survives nearly ten minutes in which Genie can’t be reached', async () => {
    const backAt = world.clock.now() + 9 * minute;
    const { watch } = world.genie;
    world.genie.watch = (...args) => {
      if (world.clock.now() >= backAt) return watch(...args);
      throw new GenieError('genie-unavailable', 'down', { acted: 'maybe' });
    };
    const id = await ask();
    await play(world, [id], [instance]);
    expect(shown()).toEqual(['answer']);
  });

  it('fails with an explanation if Genie can’t be reached for longer than its time limit', async () => {
    world.genie.watch = () => {
      throw new GenieError('genie-unavailable', 'down', { acted: 'maybe' });
    };
    const id = await ask();
    const tookMs = await play(world, [id], [instance]);
    expect(shown()).toEqual(['genie-unavailable']);
    expect(tookMs).toBeLessThan(11 * minute);
  });

  it('starts a new conversation after four idle hours, and says so once', async () => {
    const questions = [await ask()];
    await play(world, questions, [instance]);
    await world.clock.advance(5 * hour);
    questions.push(await ask());
    await play(world, questions, [instance]);
    questions.push(await ask());
    await play(world, questions, [instance]);
    const rows = await Promise.all(questions.map(rowOf));
    expect(rows.map((row) => row?.startedAnew)).toEqual([undefined, 'idle', undefined]);
    const [first, second, third] = world.asked.map(({ ids }) => ids.conversationId);
    expect(second).not.toBe(first);
    expect(third).toBe(second);
  });

  it.each(['ask', 'readAnswer'] as const)(
    'survives an outage of Key Vault during %s',
    async (call) => {
      const real = world.genie[call] as (...args: unknown[]) => Promise<never>;
      let failed = false;
      world.genie[call] = async (...args: unknown[]) => {
        if (failed) return real(...args);
        failed = true;
        throw new AppError('secret-unavailable', 'the vault is away');
      };
      const id = await ask();
      await play(world, [id], [instance]);
      expect(shown()).toEqual(['answer']);
    },
  );

  it('keeps all its tries, however often Genie asks it to come back later', async () => {
    const real = world.genie.ask;
    let asked = 0;
    world.genie.ask = async (...args) => {
      asked += 1;
      const details = { acted: 'no' as const, retryAfterMs: 2_000 };
      if (asked <= 6) throw new GenieError('genie-throttled', '429', details);
      if (asked === 7) throw new GenieError('genie-unavailable', '503', { acted: 'no' });
      return real(...args);
    };
    const id = await ask();
    await play(world, [id], [instance]);
    expect(shown()).toEqual(['answer']);
  });

  it('is given up while Genie works on it: the next one doesn’t share its conversation', async () => {
    begin(5 * minute);
    const { watch } = world.genie;
    world.genie.watch = async (...args) => {
      if (args[0].messageId !== 'message-0') return watch(...args);
      throw new GenieError('genie-forbidden', '403', { acted: 'no' });
    };
    const given = await ask();
    await play(world, [given], [instance], minute);
    expect(shown()).toEqual(['genie-forbidden']);
    const next = await ask();
    await play(world, [next], [instance], minute);
    expect(new Set(world.asked.map(({ ids }) => ids.conversationId)).size).toBe(2);
    expect(world.overlaps).toBe(0);
  });

  it('is found among any number of newer conversations if its reply was lost', async () => {
    const real = world.genie.ask;
    world.genie.ask = async (...args) => {
      await real(...args);
      return new Promise<never>(() => {});
    };
    const dying = startInstance(world);
    const place = aPlace();
    void dying.accept({ place, activityId: 'lost', text: 'How many?' });
    await world.clock.advance(2_000);
    dying.kill();
    world.genie.ask = real;
    for (let other = 0; other < 25; other += 1) {
      await real({ spaceId: 'space', conversationId: undefined, content: `other ${other}` });
    }
    await play(world, [questionIdOf(place, 'lost')], [instance]);
    expect(shown()).toEqual(['answer']);
    expect(world.asked).toHaveLength(26);
  });

  it('says that it starts a new conversation, even if it had to wait for its start time', async () => {
    instance = startInstance(world, new Map(), { questionsPerMinute: 1 });
    void instance.serveQueue();
    const first = await ask();
    await play(world, [first], [instance]);
    await world.clock.advance(5 * hour);
    const place = aPlace({ user: { id: 'someone else' } });
    await settled(world, instance.accept({ place, activityId: 'other', text: 'How many?' }));
    const second = await ask();
    await play(world, [second], [instance]);
    expect((await rowOf(second))?.startedAnew).toBe('idle');
  });

  it('does not bring the old conversation back if its asker resets meanwhile', async () => {
    begin(20_000);
    const first = await ask();
    await settled(world, changeSession(aPlace(), instance.deps, startingAnew));
    await play(world, [first], [instance]);
    const next = await ask();
    await play(world, [next], [instance]);
    expect(shown()).toEqual(['answer', 'answer']);
    expect(new Set(world.asked.map(({ ids }) => ids.conversationId)).size).toBe(2);
  });

  it('is missing from a queue message: that is only logged', async () => {
    await expect(rescueQuestion(undefined, instance.deps)).resolves.toBeUndefined();
  });
});

describe('the sweep', () => {
  it('deletes what has expired and nothing else, even if two run at once', async () => {
    const world = createWorld(() => 1_000);
    const instance = startInstance(world);
    void instance.serveQueue();
    const place = aPlace();
    await settled(world, instance.accept({ place, activityId: 'old', text: 'How many?' }));
    const old = questionIdOf(place, 'old');
    await play(world, [old], [instance]);
    await world.clock.advance(23 * hour);
    await settled(world, instance.accept({ place, activityId: 'new', text: 'How many?' }));
    const recent = questionIdOf(place, 'new');
    await play(world, [recent], [instance]);
    await world.clock.advance(2 * hour);

    await settled(world, Promise.all([sweep(instance.deps), sweep(instance.deps)]));
    expect(await world.storage.questions.get(old)).toBeUndefined();
    expect(await world.storage.questions.get(recent)).toBeDefined();
  });

  it('recovers a question that even its watchdogs have lost', async () => {
    const world = createWorld(() => 1_000);
    const killed = startInstance(world);
    const place = aPlace();
    const lost = questionIdOf(place, 'lost');
    // Nothing that it sends to the queue arrives.
    const deps = { ...killed.deps, queue: { send: async () => {} } };
    await settled(world, acceptArrival({ place, activityId: 'lost', text: 'How many?' }, deps));
    const other = startInstance(world);
    void other.serveQueue();
    await world.clock.advance(30 * minute);
    expect(world.shown).toHaveLength(0);

    await settled(world, sweep(other.deps));
    await play(world, [lost], [other], 2 * minute);
    expect(world.shown).toMatchObject([
      { questionId: lost, what: 'answer', where: 'conversation-1' },
    ]);
    expect(world.asked).toHaveLength(1);
  });
});
