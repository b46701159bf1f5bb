import { beforeEach, describe, expect, it } from 'vitest';
import { GenieError } from '../../../src/genie/errors.ts';
import { sessionIdOf } from '../../../src/questions/ids.ts';
import type { Condition, Subscription } from '../../../src/questions/subscription.ts';
import { anAnswerOf } from './simulation/anAnswerOf.ts';
import { startInstance } from './simulation/instance.ts';
import { openStage, type Stage } from './simulation/stage.ts';
import { aQuietPlace, startRun } from './simulation/startRun.ts';

const second = 1_000;
const minute = 60_000;
const subscriptions = { mostOfOne: 10 };

describe('a run that nobody is to hear of', () => {
  let stage: Stage;

  function open(answerMs = 5 * second, settings = {}): void {
    stage = openStage(answerMs, { settings: { subscriptions, ...settings } });
  }
  beforeEach(() => open());

  const subscriptionOf = async (questionId: string) => {
    const id = (await stage.rowOf(questionId))?.run?.subscriptionId ?? '';
    return (await stage.world.storage.subscriptions.get(id))?.value;
  };
  async function change(questionId: string, changed: Partial<Subscription>): Promise<void> {
    const { subscriptions: store } = stage.world.storage;
    const current = await store.get((await subscriptionOf(questionId))?.id ?? '');
    if (current) await store.replace(current, { ...current.value, ...changed });
  }
  async function end(questionId: string): Promise<void> {
    await stage.world.storage.subscriptions.delete((await subscriptionOf(questionId))?.id ?? '');
  }
  const sessionOf = async () =>
    (await stage.world.storage.sessions.get(sessionIdOf(aQuietPlace())))?.value;

  function answerWith(value: number): void {
    stage.world.genie.readAnswer = async () => anAnswerOf(value);
  }
  const above = (limit: number): Condition => ({ only: 'above', of: { column: 'Revenue' }, limit });

  describe('since its subscription was paused, changed or ended', () => {
    const ways = {
      paused: (id: string) => change(id, { paused: 'owner' as const }),
      changed: (id: string) => change(id, { revision: 1 }),
      ended: end,
    };
    it.each(Object.entries(ways))('%s: asks nothing', async (_name, stop) => {
      const { queue } = stage.world.storage;
      const { send } = queue;
      queue.send = async () => {};
      const id = await startRun(stage.world);
      await stop(id);
      queue.send = send;
      await queue.send({ kind: 'go', questionId: id });
      await stage.pass(minute);
      expect(stage.world.asked).toEqual([]);
      expect(await stage.rowOf(id)).toMatchObject({ state: 'failed', run: { silent: 'over' } });
      expect(stage.shown()).toEqual([]);
    });

    it.each(Object.entries(ways))('%s: keeps its answer to itself', async (_name, stop) => {
      const id = await startRun(stage.world, { dueInMs: 5 * minute });
      await stage.pass(minute);
      await stop(id);
      await stage.pass(6 * minute);
      expect(stage.world.asked).toHaveLength(1);
      expect(await stage.rowOf(id)).toMatchObject({ state: 'failed', run: { silent: 'over' } });
      expect((await stage.rowOf(id))?.failure).toBeUndefined();
      expect(stage.shown()).toEqual([]);
      expect((await sessionOf())?.conversationId).toBeUndefined();
    });

    it('leaves Genie’s line at its next look, and its start to others', async () => {
      open(5 * second, { questionsPerMinute: 1 });
      const ids = [];
      for (let count = 0; count < 12; count += 1) ids.push(await startRun(stage.world));
      await stage.pass(2 * second);
      for (const id of ids.slice(1, 11)) await end(id);
      await stage.pass(8 * minute);
      expect((await stage.rowOf(ids[11] ?? ''))?.state).toBe('delivered');
    });

    it('isn’t told of a failure, either', async () => {
      stage.world.genie.ask = async () => {
        throw new GenieError('genie-unauthorized', '401', { acted: 'no' });
      };
      const id = await startRun(stage.world, { dueInMs: 5 * minute });
      await stage.pass(minute);
      await end(id);
      await stage.pass(6 * minute);
      expect(stage.shown()).toEqual([]);
    });
  });

  describe('by its condition', () => {
    it('ends as answered, in one write, and shows nothing', async () => {
      answerWith(41);
      const id = await startRun(stage.world, { condition: above(42) });
      await stage.pass(minute);
      expect(await stage.rowOf(id)).toMatchObject({
        state: 'delivered',
        rows: 1,
        run: { silent: 'unmet', finding: { is: 'unmet', now: 41 } },
      });
      expect((await stage.rowOf(id))?.answerActivityId).toBeUndefined();
      expect(stage.shown()).toEqual([]);
      expect(await sessionOf()).toBeUndefined();
      expect(await subscriptionOf(id)).toMatchObject({
        run: { isLearned: true },
        seen: { value: 41 },
      });
    });

    it('is shown with what was found if that is met, or can’t be told', async () => {
      const findings: unknown[] = [];
      const { deliverAnswer } = stage.world.courier;
      stage.world.courier.deliverAnswer = (question, ...args) => {
        findings.push(question.run?.finding);
        return deliverAnswer(question, ...args);
      };
      answerWith(43);
      const before = { value: 40, at: 0 };
      const id = await startRun(stage.world, { condition: above(42), before });
      await startRun(stage.world, {
        condition: { only: 'above', of: { column: 'Profit' }, limit: 42 },
      });
      await stage.pass(minute);
      expect(findings).toEqual([
        { is: 'met', now: 43, before },
        { is: 'unclear', missing: 'column' },
      ]);
      expect((await stage.rowOf(id))?.run?.finding).toEqual(findings[0]);
    });
  });

  describe('after one that failed like it', () => {
    it('fails without a word, and its subscription learns that', async () => {
      stage.world.genie.ask = async () => {
        throw new GenieError('genie-unauthorized', '401', { acted: 'no' });
      };
      const id = await startRun(stage.world, { isTold: true });
      await stage.pass(minute);
      expect(stage.shown()).toEqual([]);
      expect(await stage.rowOf(id)).toMatchObject({
        state: 'failed',
        failure: { code: 'genie-unauthorized' },
        run: { silent: 'told' },
      });
      expect(await subscriptionOf(id)).toMatchObject({ run: { isLearned: true } });
    });

    it('still brings an answer that comes too late', async () => {
      open(8 * minute, { genieTimeoutMs: 5 * minute });
      const id = await startRun(stage.world, { isTold: true });
      await stage.pass(7 * minute);
      expect(await stage.rowOf(id)).toMatchObject({ state: 'overdue', run: { silent: 'told' } });
      expect(stage.shown()).toEqual([]);
      await stage.pass(3 * minute);
      expect(stage.shown()).toEqual(['answer']);
      expect((await stage.rowOf(id))?.run?.silent).toBeUndefined();
    });
  });

  describe('for the bot was down', () => {
    const downFor = async (ms: number) => {
      stage.instance.kill();
      await stage.world.clock.advance(ms);
      void startInstance(stage.world, new Map(), { subscriptions }).serveQueue();
      await stage.pass(2 * minute);
    };

    it.each([
      ['before it was asked', 0],
      ['when Genie had it', 2 * second],
      ['when its answer was kept', 30 * second],
    ])('is late after more than an hour: %s', async (_when, afterMs) => {
      const id = await startRun(stage.world, { dueInMs: 5 * minute });
      await stage.pass(afterMs);
      await downFor(66 * minute);
      expect(await stage.rowOf(id)).toMatchObject({ state: 'failed', run: { silent: 'late' } });
      expect(stage.shown()).toEqual([]);
    });

    it('is caught up within the hour', async () => {
      const id = await startRun(stage.world, { dueInMs: 5 * minute });
      await stage.pass(30 * second);
      await downFor(60 * minute);
      expect((await stage.rowOf(id))?.state).toBe('delivered');
      expect(stage.shown()).toEqual(['answer']);
    });
  });

  it('is late for no wait in line', async () => {
    open(5 * second, { questionsPerMinute: 1 });
    const ids = [];
    for (let count = 0; count < 80; count += 1) ids.push(await startRun(stage.world));
    await stage.pass(85 * minute);
    expect(stage.shown()).toEqual(Array(80).fill('answer'));
  });
});
