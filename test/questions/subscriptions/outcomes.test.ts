import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/common/errors.ts';
import type { Condition } from '../../../src/questions/subscription.ts';
import {
  changeSubscription,
  resumeSubscription,
} from '../../../src/questions/subscriptions/changeSubscription.ts';
import { learnRun } from '../../../src/questions/subscriptions/learnRun.ts';
import { createChain, dayMs, type End, failing, hourMs, made } from './chain.ts';

const nine = (day: number) => Date.UTC(2026, 10, 21, 9) + day * dayMs;

/** Runs on consecutive days that end like this, and then with answers. */
async function live(ends: readonly End[], options: Parameters<typeof createChain>[0] = {}) {
  const chain = createChain({ end: (_question, count) => ends[count - 1] ?? {}, ...options });
  const subscription = made(await chain.create());
  return { chain, id: subscription.id };
}

describe('a run that fails', () => {
  it('is told once, however often the next ones do, until one has succeeded', async () => {
    const failed = failing('genie-failed');
    const { chain } = await live([failed, failed, failing('genie-timeout'), {}, failed]);
    await chain.passTo(nine(5) + hourMs);
    expect(chain.silent).toEqual([
      { dueAt: nine(2), why: 'told' },
      { dueAt: nine(3), why: 'told' },
    ]);
    expect(chain.asked.map(({ run }) => run?.isTold)).toEqual([
      undefined,
      true,
      true,
      true,
      undefined,
    ]);
  });

  it.each<ErrorCode>([
    'genie-failed',
    'genie-timeout',
    'genie-unauthorized',
    'genie-forbidden',
    'genie-not-found',
    'internal',
    'sign-in-expired',
  ])('with %s never pauses its subscription, where the bot asks', async (code) => {
    const failed = failing(code);
    const { chain, id } = await live([failed, failed, failed, failed, failed]);
    await chain.passTo(nine(5) + hourMs);
    expect(chain.asked).toHaveLength(5);
    expect(chain.told).toEqual([]);
    expect(await chain.read(id)).toMatchObject({ dueAt: nine(6) });
  });

  it('and brings an answer all the same is told each time', async () => {
    const lost = failing('delivery-unsure');
    const { chain } = await live([lost, lost, failing('undeliverable')]);
    await chain.passTo(nine(3) + hourMs);
    expect(chain.silent).toEqual([]);
  });

  it('is not what people ended themselves', async () => {
    const { chain, id } = await live([failing('cleared-by-admin')]);
    await chain.passTo(nine(1) + hourMs);
    expect((await chain.read(id))?.failures).toBeUndefined();
  });

  it('is learned before the next one begins, if it couldn’t be at once', async () => {
    const { chain, id } = await live([failing('genie-failed'), failing('genie-failed')]);
    await chain.passTo(nine(1) - 30_000);
    chain.turn(true);
    const [question] = chain.asked;
    const current = question && (await chain.storage.questions.get(question.id));
    if (!current) throw new Error('No question');
    const { value } = current;
    await chain.storage.questions.replace(current, {
      ...value,
      state: 'failed',
      failure: { code: 'genie-failed', errorId: 'e' },
      answerActivityId: 'told',
      endedAt: nine(1),
    });
    expect((await chain.read(id))?.failures).toBeUndefined();
    await chain.passTo(nine(2) - 30_000);
    expect(chain.asked[1]?.run?.isTold).toBe(true);
  });

  it('is learned once, by the first that comes', async () => {
    const { chain, id } = await live([failing('genie-failed')]);
    await chain.passTo(nine(1) + hourMs);
    const found = await chain.storage.questions.get(chain.asked[0]?.id ?? '');
    const before = await chain.read(id);
    expect(before?.failures).toMatchObject({ times: 1, code: 'genie-failed' });
    for (let time = 0; time < 3; time += 1) if (found) await learnRun(found.value, chain.deps);
    expect(await chain.read(id)).toEqual(before);
  });
});

describe('an owner', () => {
  const gone = failing('undeliverable', { isUntold: true });

  it('who can’t be reached three times in a row is told where possible, and it ends', async () => {
    const { chain, id } = await live([gone, gone, gone]);
    await chain.passTo(nine(2) + hourMs);
    expect(await chain.read(id)).toMatchObject({ failures: { times: 2, code: 'gone' } });
    await chain.passTo(nine(5));
    expect(await chain.read(id)).toBeUndefined();
    expect(chain.told).toEqual([{ id, news: 'ended' }]);
    expect(chain.asked).toHaveLength(3);
  });

  it('who is back by the third time keeps it', async () => {
    const { chain, id } = await live([gone, gone, {}, gone, gone]);
    await chain.passTo(nine(6) + hourMs);
    expect(chain.told).toEqual([]);
    expect((await chain.read(id))?.failures).toBeUndefined();
  });

  it('isn’t gone for failures of another kind in between', async () => {
    const { chain, id } = await live([gone, failing('genie-failed'), gone, gone]);
    await chain.passTo(nine(4) + hourMs);
    expect(await chain.read(id)).toMatchObject({ failures: { times: 2, code: 'gone' } });
  });

  it.each<ErrorCode>(['genie-forbidden', 'genie-not-found', 'sign-in-refused', 'no-space'])(
    'who asks as themselves and has no access (%s) is paused, and told',
    async (code) => {
      const failed = failing(code);
      const { chain, id } = await live([failed, failed, failed], { arePersonal: true });
      await chain.passTo(nine(5));
      expect(await chain.read(id)).toMatchObject({ paused: 'access', dueAt: nine(4) });
      expect(chain.told).toEqual([{ id, news: 'paused' }]);
      expect(chain.asked).toHaveLength(3);
    },
  );

  it('who has no access to the bot isn’t asked for, and is paused', async () => {
    const { chain, id } = await live([], { whyNot: async () => 'access' });
    await chain.passTo(nine(5));
    expect(chain.asked).toEqual([]);
    expect(await chain.read(id)).toMatchObject({ paused: 'access', dueAt: nine(3) });
    expect(chain.told).toEqual([{ id, news: 'paused' }]);
  });

  it('who has left has theirs ended', async () => {
    const { chain, id } = await live([], { whyNot: async () => 'gone' });
    await chain.passTo(nine(5));
    expect(chain.asked).toEqual([]);
    expect(await chain.read(id)).toBeUndefined();
    expect(chain.told).toEqual([{ id, news: 'ended' }]);
  });

  it('who had no access for two days is told that these were skipped', async () => {
    let tries = 0;
    const { chain } = await live([], { whyNot: async () => (tries++ < 2 ? 'access' : undefined) });
    await chain.passTo(nine(4) + hourMs);
    expect(chain.shown.map(({ skipped }) => skipped)).toEqual([
      { times: 2, since: nine(1) },
      undefined,
    ]);
  });

  it('who can’t be looked up is asked for', async () => {
    const whyNot = async () => {
      throw new Error('no');
    };
    const { chain } = await live([], { whyNot });
    await chain.passTo(nine(2) + hourMs);
    expect(chain.shown).toHaveLength(2);
  });

  it('who resumes what was paused has three tries again', async () => {
    const failed = failing('sign-in-refused');
    const { chain, id } = await live([failed, failed, failed, failed, failed]);
    await chain.passTo(nine(4));
    await resumeSubscription(id, chain.deps);
    await chain.passTo(nine(6) + hourMs);
    expect(await chain.read(id)).toMatchObject({ failures: { times: 2 } });
    expect((await chain.read(id))?.paused).toBeUndefined();
  });

  it('who deleted the chat has it ended, and isn’t told there', async () => {
    const { chain, id } = await live([failing('chat-deleted')]);
    await chain.passTo(nine(3));
    expect(await chain.read(id)).toBeUndefined();
    expect(chain.told).toEqual([]);
  });
});

describe('a run that waits for its owner to sign in', () => {
  it('is enough: the next due time is skipped, and said', async () => {
    const { chain, id } = await live([]);
    await chain.passTo(nine(1) - 30_000);
    const current = await chain.storage.questions.get(chain.asked[0]?.id ?? '');
    if (!current) throw new Error('No question');
    const waiting = { since: nine(1), until: nine(3), times: 1, cardId: 'card' };
    await chain.storage.questions.replace(current, {
      ...current.value,
      state: 'signing-in',
      signIn: waiting,
    });
    chain.hold(current.value.id);
    await chain.passTo(nine(2) + hourMs);
    expect(chain.asked).toHaveLength(1);
    expect(await chain.read(id)).toMatchObject({ skipped: { times: 1, since: nine(2) } });
  });

  it('holds up nothing once it has waited too long, although nobody has ended it yet', async () => {
    const { chain, id } = await live([]);
    await chain.passTo(nine(1) - 30_000);
    const current = await chain.storage.questions.get(chain.asked[0]?.id ?? '');
    if (!current) throw new Error('No question');
    const waiting = { since: nine(1), until: nine(2) - hourMs, times: 1, cardId: 'card' };
    await chain.storage.questions.replace(current, {
      ...current.value,
      state: 'signing-in',
      signIn: waiting,
    });
    chain.hold(current.value.id);
    await chain.passTo(nine(2) - 30_000);
    expect(chain.asked).toHaveLength(2);
    expect(chain.asked[1]?.run?.skipped).toEqual({ times: 1, since: nine(1) });
    // What it ends with later counts no second time.
    expect((await chain.read(id))?.skipped).toEqual({ times: 1, since: nine(1) });
  });

  it('in vain counts as skipped, and is no failure', async () => {
    const { chain, id } = await live([failing('sign-in-late', { isUntold: true })]);
    await chain.passTo(nine(2) - 30_000);
    expect(chain.asked[1]?.run?.skipped).toEqual({ times: 1, since: nine(1) });
    expect(chain.asked[1]?.run?.isTold).toBeUndefined();
    expect((await chain.read(id))?.failures).toBeUndefined();
  });
});

describe('the figure that a condition compares with', () => {
  const of = { column: 'revenue', row: 'EMEA' };
  const moved: Condition = { only: 'moved', of, by: 5, isPercent: true };
  const above: Condition = { only: 'above', of, limit: 100 };
  const found = (is: 'met' | 'unmet' | 'unclear', now?: number): End => ({
    finding: { is, ...(now !== undefined && { now }) },
  });
  const compared = async (condition: Condition, ends: End[]) => {
    const chain = createChain({ end: (_question, count) => ends[count - 1] ?? {} });
    const { id } = made(await chain.create({ condition }));
    await chain.passTo(nine(ends.length + 1) - 30_000);
    return { chain, id, values: chain.asked.map(({ run }) => run?.before?.value) };
  };

  it('is the one seen last', async () => {
    const ends = [found('unmet', 90), found('met', 110), found('unclear'), found('unmet', 95)];
    const { values, chain } = await compared(above, ends);
    expect(values).toEqual([undefined, 90, 110, 110, 95]);
    expect(chain.silent.map(({ why }) => why)).toEqual(['unmet', 'unmet']);
  });

  it('is the one shown last where it moves: many small steps are a large one', async () => {
    const ends = [
      found('met', 100),
      { finding: { is: 'unmet', now: 103, before: { value: 100, at: 1 } } },
    ];
    const { values } = await compared(moved, [...ends, found('met', 106)] as End[]);
    expect(values).toEqual([undefined, 100, 100, 106]);
  });

  it('isn’t what was seen by a run that failed', async () => {
    const lost = { ...failing('undeliverable'), ...found('met', 120) };
    const { values } = await compared(moved, [found('met', 100), lost]);
    expect(values).toEqual([undefined, 100, 100]);
  });

  it('is forgotten with its question, its figure or the condition, and kept with a new time', async () => {
    const { chain, id } = await compared(above, [found('unmet', 90)]);
    const schedule = { every: 'day', at: { hour: 10, minute: 0 } } as const;
    const seen = { value: 90 };
    expect(await changeSubscription(id, { schedule }, chain.deps)).toMatchObject({ seen });
    const higher = { condition: { ...above, limit: 200 } } as const;
    expect(await changeSubscription(id, higher, chain.deps)).toMatchObject({ seen });
    for (const change of [
      { text: 'Orders' },
      { condition: { ...above, of: { column: 'orders' } } },
      { condition: undefined },
    ] as const) {
      const changed = await changeSubscription(id, change, chain.deps);
      expect(changed).not.toHaveProperty('seen');
    }
  });

  it('can be there from the start', async () => {
    const chain = createChain();
    await chain.create({ condition: above, seen: { value: 7, at: 1 } });
    await chain.passTo(nine(1));
    expect(chain.asked[0]?.run?.before).toEqual({ value: 7, at: 1 });
  });
});
