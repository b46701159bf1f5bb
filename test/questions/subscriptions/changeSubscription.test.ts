import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../../src/questions/subscription.ts';
import {
  changeSubscription,
  resumeSubscription,
} from '../../../src/questions/subscriptions/changeSubscription.ts';
import type { Creation } from '../../../src/questions/subscriptions/createSubscription.ts';
import { createChain, dayMs, hourMs } from './chain.ts';

const day = (count: number) => Date.UTC(2026, 10, 21 + count, 9);

function made(creation: Creation): Subscription {
  if (creation.is === 'too-many') throw new Error('Too many');
  return creation.subscription;
}

describe('an owner', () => {
  it('who resumes what isn’t paused changes nothing, be it in the midst of a run', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    await chain.passTo(day(1) - 30_000);
    const before = await chain.read(id);
    expect(await resumeSubscription(id, chain.deps)).toEqual(before);
    await chain.passTo(day(1) + hourMs);
    expect(chain.asked).toHaveLength(1);
    expect(chain.shown).toMatchObject([{ dueAt: day(1), revision: 1 }]);
  });

  it('who is faster than the looks after the bot was down is told of what was due', async () => {
    const chain = createChain();
    const { id } = made(await chain.create());
    const row = await chain.deps.subscriptions.get(id);
    const overdue = day(1) - 2 * dayMs;
    if (row) await chain.deps.subscriptions.replace(row, { ...row.value, dueAt: overdue });
    const skipped = { times: 2, since: overdue };
    expect(await changeSubscription(id, { text: 'Orders' }, chain.deps)).toMatchObject({ skipped });
  });
});
