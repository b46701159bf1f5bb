import { expect, it } from 'vitest';
import {
  type BeforeSending,
  CourierError,
  type CourierErrorKind,
} from '../../../src/questions/ports.ts';
import { openStage } from './simulation/stage.ts';
import type { World } from './simulation/world.ts';

const second = 1_000;
const minute = 60 * second;

/** The channel refuses whatever is sent, until `isBack`. Returns when it was tried (s). */
function refuse(
  { courier, clock }: World,
  which: 'deliverAnswer' | 'deliverFailure',
  refusal: { kind: CourierErrorKind; retryAfterMs?: number },
  isBack: () => boolean = () => false,
): number[] {
  const startedAt = clock.now();
  const tries: number[] = [];
  const send = courier[which] as (...args: unknown[]) => Promise<string>;
  courier[which] = async (...args: unknown[]) => {
    if (isBack()) return send(...args);
    tries.push(Math.round((clock.now() - startedAt) / second));
    const beforeSending = args.find((each) => typeof each === 'function') as BeforeSending;
    await beforeSending('post');
    const { kind, retryAfterMs } = refusal;
    throw new CourierError(kind, 'refused', undefined, 503, retryAfterMs);
  };
  return tries;
}

it('an answer arrives even if the channel accepts nothing for twelve minutes', async () => {
  let isBack = false;
  const stage = openStage(second, {
    prepare: (world) => refuse(world, 'deliverAnswer', { kind: 'later' }, () => isBack),
  });
  await stage.ask();
  await stage.pass(12 * minute);
  expect(stage.shown()).toEqual([]);
  isBack = true;
  await stage.pass(2 * minute);
  expect(stage.shown()).toEqual(['answer']);
});

it('an answer that the channel refuses for half an hour is undeliverable, and its asker is told', async () => {
  let tries: number[] = [];
  const stage = openStage(second, {
    prepare(world) {
      tries = refuse(world, 'deliverAnswer', { kind: 'later' });
    },
  });
  const id = await stage.ask();
  await stage.pass(12 * minute);
  expect(await stage.rowOf(id)).toMatchObject({ state: 'answered' });
  await stage.pass(18 * minute);
  const failure = { code: 'undeliverable' };
  expect(await stage.rowOf(id)).toMatchObject({ state: 'failed', failure });
  expect(tries).toHaveLength(21);
  expect(stage.shown()).toEqual(['undeliverable']);
});

it.each<[CourierErrorKind, number]>([
  ['refused', 5],
  ['unfit', 4],
])('an answer that is %s is tried some times over minutes', async (kind, times) => {
  let tries: number[] = [];
  const stage = openStage(second, {
    prepare(world) {
      tries = refuse(world, 'deliverAnswer', { kind });
    },
  });
  const id = await stage.ask();
  await stage.pass(6 * minute);
  expect(tries).toHaveLength(times);
  expect((tries.at(-1) ?? 0) - (tries[0] ?? 0)).toBeGreaterThan(90);
  expect(stage.shown()).toEqual(['undeliverable']);
  expect(await stage.rowOf(id)).toMatchObject({
    state: 'failed',
    failure: { code: 'undeliverable' },
  });
});

it.each<CourierErrorKind>(['refused', 'unfit'])(
  'an answer that is %s for a minute arrives, even after a long outage',
  async (kind) => {
    let isBack = false;
    const refusal: { kind: CourierErrorKind } = { kind: 'later' };
    const stage = openStage(second, {
      prepare: (world) => refuse(world, 'deliverAnswer', refusal, () => isBack),
    });
    await stage.ask();
    await stage.pass(8 * minute);
    refusal.kind = kind;
    await stage.pass(minute);
    isBack = true;
    await stage.pass(3 * minute);
    expect(stage.shown()).toEqual(['answer']);
  },
);

it('a notice that can’t be told has tries of its own, and ends in the log', async () => {
  let notices: number[] = [];
  const stage = openStage(second, {
    prepare(world) {
      refuse(world, 'deliverAnswer', { kind: 'refused' });
      notices = refuse(world, 'deliverFailure', { kind: 'refused' });
    },
  });
  const id = await stage.ask();
  await stage.pass(9 * minute);
  expect(notices).toHaveLength(5);
  expect(await stage.rowOf(id)).toMatchObject({
    state: 'failed',
    failure: { code: 'undeliverable' },
  });
});

it('the channel is left alone for as long as it asks', async () => {
  let tries: number[] = [];
  const stage = openStage(second, {
    prepare(world) {
      tries = refuse(world, 'deliverAnswer', { kind: 'later', retryAfterMs: minute });
    },
  });
  await stage.ask();
  await stage.pass(5 * minute);
  const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(gaps.length).toBeGreaterThan(2);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60);
});

it('an answer that may have arrived is not sent again; its asker is told, repeatedly if necessary', async () => {
  let isBack = false;
  let answers: number[] = [];
  let notices: number[] = [];
  const stage = openStage(second, {
    prepare(world) {
      answers = refuse(world, 'deliverAnswer', { kind: 'unsure' });
      notices = refuse(world, 'deliverFailure', { kind: 'unsure' }, () => isBack);
    },
  });
  await stage.ask();
  await stage.pass(2 * second);
  expect(notices).toHaveLength(1);
  isBack = true;
  await stage.pass(minute);
  expect(answers).toHaveLength(1);
  expect(stage.shown()).toEqual(['delivery-unsure']);
});

it('a notice that may have arrived is not repeated forever', async () => {
  let notices: number[] = [];
  const stage = openStage(second, {
    prepare(world) {
      refuse(world, 'deliverAnswer', { kind: 'unsure' });
      notices = refuse(world, 'deliverFailure', { kind: 'unsure' });
    },
  });
  const id = await stage.ask();
  await stage.pass(10 * minute);
  expect(notices.length).toBeLessThanOrEqual(3);
  expect(await stage.rowOf(id)).toMatchObject({ state: 'failed' });
});

it.each<CourierErrorKind>(['later', 'unsure', 'unfit', 'too-large'])(
  'a late answer is delivered even if the notice about it was not accepted: %s',
  async (kind) => {
    const stage = openStage(12 * minute, {
      prepare: (world) => refuse(world, 'deliverFailure', { kind }),
    });
    await stage.ask();
    await stage.pass(40 * minute);
    expect(stage.shown()).toEqual(['answer']);
  },
);

it('a question ends after some minutes if its asker has blocked the bot', async () => {
  const stage = openStage(12 * minute, {
    prepare: (world) => refuse(world, 'deliverFailure', { kind: 'refused' }),
  });
  const id = await stage.ask();
  await stage.pass(11 * minute);
  expect(await stage.rowOf(id)).toMatchObject({ state: 'failing' });
  await stage.pass(4 * minute);
  expect(await stage.rowOf(id)).toMatchObject({ state: 'failed' });
});
