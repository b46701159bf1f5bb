import { beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/questions/question.ts';
import { readStatus } from '../../../src/questions/upkeep/readStatus.ts';
import { aRun } from '../../support/aRun.ts';
import { createFakeClock, type FakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';
import { makeQuestion } from '../../support/storedValues.ts';
import { startInstance } from '../life/simulation/instance.ts';
import { createWorld } from '../life/simulation/world.ts';

const { settings } = startInstance(createWorld(() => 0)).deps;

describe('the status', () => {
  let clock: FakeClock;
  let storage: ReturnType<typeof openMemoryStorage>;
  beforeEach(() => {
    clock = createFakeClock();
    storage = openMemoryStorage(clock);
  });

  const read = () => readStatus({ ...storage, clock, settings });
  const insert = (id: string, changes: Partial<Question>) =>
    storage.questions.insert(
      makeQuestion({ id, acceptedAt: clock.now(), expiresAt: clock.now() + 1_000, ...changes }),
    );

  it('gives the median and the 95th percentile of the durations', async () => {
    for (let index = 1; index <= 100; index++) {
      const endedAt = clock.now() + index * 1_000;
      const acknowledgedAt = clock.now() + index;
      await insert(`s-${index}`, { state: 'delivered', endedAt, acknowledgedAt });
    }
    const { answerMs, acknowledgeMs } = await read();
    expect(answerMs).toEqual({ median: 50_000, p95: 95_000 });
    expect(acknowledgeMs).toEqual({ median: 50, p95: 95 });
  });

  it('tells since when Genie hasn’t answered, and when that was last tried', async () => {
    const now = clock.now();
    expect(await read()).not.toHaveProperty('down');
    const outage = { since: now - 90_000, isProven: true, probeAt: now + 3_000 } as const;
    await storage.budgets.insert({ id: settings.workspace, starts: [], outage });
    expect((await read()).down).toEqual({ ms: 90_000, probedMsAgo: 2_000 });
  });

  it('counts failures by code, most frequent first, and open questions separately', async () => {
    const failed = (code: 'storage' | 'genie-timeout') =>
      ({ state: 'failed', failure: { code, errorId: 'e' } }) as const;
    await insert('s-1', failed('storage'));
    await insert('s-2', failed('genie-timeout'));
    await insert('s-3', failed('genie-timeout'));
    await insert('s-4', { state: 'overdue' });
    expect(await read()).toMatchObject({
      asked: 4,
      answered: 0,
      underWay: 1,
      failures: [
        ['genie-timeout', 2],
        ['storage', 1],
      ],
    });
  });

  it('counts what subscriptions asked apart, and only where something was shown as sent or failed', async () => {
    const failure = { code: 'genie-timeout', errorId: 'e' } as const;
    const times = { endedAt: clock.now() + 900_000, acknowledgedAt: clock.now() };
    await insert('s-0', { state: 'delivered', endedAt: clock.now() + 1_000 });
    await insert('s-1', { state: 'delivered', run: aRun(), ...times });
    await insert('s-2', { state: 'failed', run: aRun(), failure });
    await insert('s-3', { state: 'failed', run: aRun({ silent: 'told' }), failure });
    await insert('s-4', { state: 'delivered', run: aRun({ silent: 'unmet' }) });
    await insert('s-5', { state: 'failed', run: aRun({ silent: 'late' }), failure });
    await insert('s-6', { state: 'answered', run: aRun() });
    expect(await read()).toMatchObject({
      asked: 1,
      answered: 1,
      underWay: 0,
      failures: [],
      runs: { asked: 6, sent: 1, failed: 2 },
      answerMs: { median: 1_000, p95: 1_000 },
    });
  });

  it('says how many questions started, how many are waiting, and how long Genie refuses', async () => {
    const now = clock.now();
    const starts = [
      { questionId: 'old', at: now - 61_000, started: true },
      { questionId: 'recent', at: now - 59_000, started: true },
      { questionId: 'never-came', at: now - 1_000 },
      { questionId: 'waits', at: now + 1_000 },
    ];
    await storage.budgets.insert({ id: settings.workspace, starts, blockedUntil: now + 7_000 });
    expect(await read()).toMatchObject({ started: 1, waiting: 1, blockedMs: 7_000 });
    await clock.advance(7_000);
    expect((await read()).blockedMs).toBeUndefined();
  });

  it('says so if there are too many questions to read in time', async () => {
    async function* listSince() {
      for (;;) {
        await clock.advance(2_000);
        yield [makeQuestion()];
      }
    }
    const questions = { ...storage.questions, listSince };
    const { isPartial, asked } = await readStatus({ ...storage, questions, clock, settings });
    expect({ isPartial, asked }).toEqual({ isPartial: true, asked: 3 });
  });
});
