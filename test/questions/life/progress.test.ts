import { beforeEach, describe, expect, it } from 'vitest';
import { GenieError } from '../../../src/genie/errors.ts';
import { questionIdOf } from '../../../src/questions/ids.ts';
import { CourierError } from '../../../src/questions/ports.ts';
import { aPlace } from '../../support/aPlace.ts';
import { startInstance } from './simulation/instance.ts';
import { play, settled } from './simulation/play.ts';
import { createWorld, type World } from './simulation/world.ts';

const answerMs = 5_400;

describe('the progress of a question', () => {
  let world: World;
  let events: { what: string; at: number }[];
  /** How long the channel takes to show it, from the second time on. */
  let showingMs: number;

  beforeEach(() => {
    world = createWorld(() => answerMs);
    events = [];
    const startedAt = world.clock.now();
    const note = (what: string) => events.push({ what, at: world.clock.now() - startedAt });
    const { courier, genie, clock } = world;
    const { deliverAnswer } = courier;
    const { readAnswer } = genie;
    let shown = 0;
    courier.showProgress = async () => {
      shown += 1;
      if (shown === 1) return 'progress';
      note('progress begins');
      await clock.sleep(showingMs);
      note('progress ends');
      return 'progress';
    };
    genie.readAnswer = (...args) => {
      note('reading');
      return readAnswer(...args);
    };
    courier.deliverAnswer = (...args) => {
      note('answer');
      return deliverAnswer(...args);
    };
  });

  async function ask(): Promise<string[]> {
    const instance = startInstance(world);
    void instance.serveQueue();
    const place = aPlace();
    await settled(world, instance.accept({ place, activityId: 'one', text: 'How many?' }));
    await play(world, [questionIdOf(place, 'one')], [instance]);
    return events.map(({ what }) => what);
  }
  const timeOf = (what: string) => events.find((event) => event.what === what)?.at ?? Number.NaN;

  it('is shown without delaying the polls of Genie', async () => {
    showingMs = 1_200;
    const order = await ask();
    expect(order).toEqual(['progress begins', 'progress ends', 'reading', 'answer']);
    expect(timeOf('answer')).toBeLessThan(answerMs + 1_000);
  });

  it('never arrives after the answer, which is read meanwhile', async () => {
    showingMs = 20_000;
    const order = await ask();
    expect(order).toEqual(['progress begins', 'reading', 'progress ends', 'answer']);
    expect(timeOf('reading')).toBeLessThan(answerMs + 1_000);
  });

  it('costs no answer if it can’t be shown', async () => {
    showingMs = 500;
    const { showProgress } = world.courier;
    world.courier.showProgress = async (...args) => {
      await showProgress(...args);
      throw new Error('the channel is away');
    };
    expect(await ask()).toContain('answer');
  });
});

describe('rows that take a while', () => {
  let world: World;
  let events: string[];
  /** How long the rows take. */
  let rowsMs: number;
  /** What happens when the asker has been told. */
  let whenLoading: () => Promise<void>;
  let ids: string[];

  beforeEach(() => {
    whenLoading = async () => {};
    ids = [];
    world = createWorld(() => 1_000, { rowsMs: () => rowsMs });
    events = [];
    const { courier, clock } = world;
    const startedAt = clock.now();
    const note = (what: string) =>
      events.push(`${what} ${Math.floor((clock.now() - startedAt) / 1_000)} s`);
    const { deliverAnswer } = courier;
    courier.showProgress = async (_question, { status, texts }) => {
      if (status !== 'LOADING_ROWS') return 'progress';
      note(`loading “${texts}”`);
      await whenLoading();
      return 'progress';
    };
    courier.deliverAnswer = (...args) => {
      note('answer');
      return deliverAnswer(...args);
    };
  });

  async function ask(): Promise<string[]> {
    const instance = startInstance(world);
    void instance.serveQueue();
    const place = aPlace();
    ids.push(questionIdOf(place, 'one'));
    await settled(world, instance.accept({ place, activityId: 'one', text: 'How many?' }));
    await play(world, ids, [instance]);
    return events;
  }

  it('don’t hold back Genie’s words, which are shown as progress', async () => {
    rowsMs = 10_000;
    expect(await ask()).toEqual(['loading “42” 4 s', 'loading “42” 9 s', 'answer 11 s']);
    expect(world.shown.map(({ what }) => what)).toEqual(['answer']);
  });

  it('are not mentioned if they come soon', async () => {
    rowsMs = 2_500;
    expect(await ask()).toEqual(['answer 4 s']);
  });

  it('are not mentioned once the question is no longer ours', async () => {
    rowsMs = 10_000;
    const { readAnswer } = world.genie;
    const cancel = async () => {
      // After the lease was last renewed, and before it is again.
      await world.clock.sleep(2_900);
      const [current] = await Promise.all(ids.map((id) => world.storage.questions.get(id)));
      if (current === undefined) return;
      const { lease: _theirs, ...question } = current.value;
      await world.storage.questions.replace(current, { ...question, state: 'failed' });
    };
    world.genie.readAnswer = (...args) => {
      void cancel();
      return readAnswer(...args);
    };
    expect(await ask()).toEqual([]);
  });

  it('are no longer being mentioned when the answer comes', async () => {
    rowsMs = 5_000;
    whenLoading = async () => {
      await world.clock.sleep(8_000);
      events.push('mentioned');
    };
    expect(await ask()).toEqual(['loading “42” 4 s', 'mentioned', 'answer 12 s']);
  });

  it('cost no answer if the channel refuses Genie’s words', async () => {
    rowsMs = 10_000;
    whenLoading = () => Promise.reject(new Error('the channel is away'));
    expect(await ask()).toEqual(['loading “42” 4 s', 'answer 11 s']);
  });

  it('are not mentioned when an update was begun that might already show the answer', async () => {
    rowsMs = 10_000;
    const { deliverAnswer } = world.courier;
    let refused = false;
    world.courier.deliverAnswer = async (question, answer, beforeSending) => {
      if (refused) return deliverAnswer(question, answer, beforeSending);
      refused = true;
      events.push('refused');
      await beforeSending('update');
      throw new CourierError('unsure', 'The channel answered nothing', undefined);
    };
    const seen = await ask();
    expect(seen.slice(0, 3)).toEqual(['loading “42” 4 s', 'loading “42” 9 s', 'refused']);
    expect(seen.slice(3)).toEqual([expect.stringMatching(/^answer/)]);
  });

  it('that can’t be read again leave an answer that might be there alone, and its asker can bring it up', async () => {
    rowsMs = 0;
    const told: string[] = [];
    const { showProgress } = world.courier;
    world.courier.showProgress = (question, progress) => {
      if (question.sending) told.push(progress.status);
      return showProgress(question, progress);
    };
    world.courier.deliverAnswer = async (_question, _answer, beforeSending) => {
      await beforeSending('update');
      world.genie.getMessage = async () => {
        throw new GenieError('genie-unavailable', 'Genie answered 503', { acted: 'maybe' });
      };
      throw new CourierError('unsure', 'The channel answered nothing', undefined);
    };
    await ask();
    expect(told).toEqual([]);
    expect(world.shown.map(({ what }) => what)).toEqual(['delivery-unsure']);
    const [id = ''] = ids;
    expect((await world.storage.questions.get(id))?.value).toMatchObject({
      copyActivityIds: ['progress'],
    });
  });
});
