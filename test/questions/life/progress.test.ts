import { beforeEach, describe, expect, it } from 'vitest';
import { questionIdOf } from '../../../src/questions/ids.ts';
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
