import { beforeEach, describe, expect, it } from 'vitest';
import { GenieError } from '../../src/genie/errors.ts';
import { questionIdOf } from '../../src/questions/ids.ts';
import { reportFailure } from '../../src/questions/reportFailure.ts';
import { sweep } from '../../src/questions/sweep.ts';
import { aPlace } from '../support/aPlace.ts';
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
    instance = startInstance(world, 'instance', new Map());
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

  it('that takes longer than allowed is told so, and answered after all when Genie is done', async () => {
    begin(12 * minute);
    const id = await ask();
    await play(world, [id], [instance]);
    expect(shown()).toEqual(['genie-timeout', 'answer']);
    expect(world.asked).toHaveLength(1);
    expect((await rowOf(id))?.state).toBe('delivered');
  });

  it('that is overdue does not keep the next one waiting, which starts a new conversation', async () => {
    begin(15 * minute);
    const late = await ask();
    await world.clock.advance(11 * minute);
    const next = await ask();
    await play(world, [late, next], [instance], 40 * minute);
    expect(new Set(world.asked.map(({ ids }) => ids.conversationId)).size).toBe(2);
    expect(world.overlaps).toBe(0);
  });

  it('that Genie never answers ends an hour after its asker was told', async () => {
    begin(100 * hour);
    const id = await ask();
    await play(world, [id], [instance], 2 * hour);
    expect(shown()).toEqual(['genie-timeout']);
    expect((await rowOf(id))?.state).toBe('failed');
  });

  it('survives nearly ten minutes in which Genie cannot be looked at', async () => {
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

  it('fails in words when Genie cannot be looked at for longer than it may take', async () => {
    world.genie.watch = () => {
      throw new GenieError('genie-unavailable', 'down', { acted: 'maybe' });
    };
    const id = await ask();
    const tookMs = await play(world, [id], [instance]);
    expect(shown()).toEqual(['genie-unavailable']);
    expect(tookMs).toBeLessThan(11 * minute);
  });

  it('after four hours of silence starts a new conversation and says so, once', async () => {
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

  it('whose queue message failed too often is told to its asker, once', async () => {
    world.genie.ask = () => new Promise(() => {});
    const dying = startInstance(world, 'dying', new Map());
    const place = aPlace();
    void dying.accept({ place, activityId: 'poisoned', text: 'How many?' });
    const id = questionIdOf(place, 'poisoned');
    await world.clock.advance(1_000);
    await settled(world, reportFailure(id, instance.deps));
    expect(shown()).toEqual([]);

    const abandoned = startInstance(world, 'other', new Map());
    await world.clock.advance(2_000);
    const row = await world.storage.questions.get(id);
    if (row)
      await world.storage.questions.replace(row, {
        ...row.value,
        lease: { owner: 'gone', until: 0 },
      });
    await settled(world, reportFailure(id, abandoned.deps));
    await settled(world, reportFailure(id, abandoned.deps));
    expect(shown()).toEqual(['internal']);
  });

  it('whose queue message names none is only logged', async () => {
    await expect(reportFailure(undefined, instance.deps)).resolves.toBeUndefined();
  });
});

describe('the sweep', () => {
  it('deletes what expired and nothing else, also when two run at once', async () => {
    const world = createWorld(() => 1_000);
    const instance = startInstance(world, 'instance', new Map());
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

  it('brings back a question that even its watchdog has lost', async () => {
    const world = createWorld(() => 1_000);
    const killed = startInstance(world, 'killed', new Map());
    const place = aPlace();
    const lost = questionIdOf(place, 'lost');
    // Nothing that it sends to the queue arrives.
    const deps = { ...killed.deps, queue: { send: async () => {} } };
    await settled(world, acceptArrival({ place, activityId: 'lost', text: 'How many?' }, deps));
    const other = startInstance(world, 'other', new Map());
    void other.serveQueue();
    await world.clock.advance(30 * minute);
    expect(world.shown).toHaveLength(0);

    await settled(world, sweep(other.deps));
    await play(world, [lost], [other], 2 * minute);
    expect(world.shown).toEqual([{ questionId: lost, what: 'answer' }]);
    expect(world.asked).toHaveLength(1);
  });
});
