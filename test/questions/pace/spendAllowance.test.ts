import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeAllowance } from '../../../src/questions/pace/allowance.ts';
import { spendAllowance } from '../../../src/questions/pace/spendAllowance.ts';
import type { Allowance } from '../../../src/questions/question.ts';
import { aPlace } from '../../support/aPlace.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { openMemoryStorage } from '../../support/openMemoryStorage.ts';

const perMinute = 3;

function open() {
  const clock = createFakeClock({ autoAdvance: true });
  const { allowances } = openMemoryStorage(clock);
  const settings = { userQuestionsPerMinute: perMinute } as Parameters<
    typeof spendAllowance
  >[2]['settings'];
  const deps = { allowances, clock, settings };
  const ask = (questionId: string, place = aPlace()) => spendAllowance(place, questionId, deps);
  return { clock, allowances, ask };
}

describe('a person’s allowance per minute', () => {
  it('never exceeds the setting in any minute, and is full again after one', () => {
    const pauses = fc.array(fc.nat(40_000), { maxLength: 40 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 5 }), (waits, limit) => {
        let allowance: Allowance = { id: 'ada', asked: [], expiresAt: 0 };
        const taken: number[] = [];
        let now = 1_000_000;
        for (const [index, wait] of waits.entries()) {
          now += wait;
          const next = takeAllowance(allowance, `q${index}`, limit, now);
          const inLastMinute = taken.filter((at) => at > now - 60_000).length;
          expect(next.use === 'allowed').toBe(inLastMinute < limit);
          allowance = next.allowance;
          if (next.use === 'allowed') taken.push(now);
        }
      }),
    );
  });

  it('counts a redelivered question once', async () => {
    const { ask } = open();
    for (let time = 0; time < 10; time++) expect(await ask('the same')).toBe('allowed');
    expect(await ask('second')).toBe('allowed');
  });

  it('is shared by all instances, however many questions arrive at once', async () => {
    const { ask } = open();
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => ask(`q${n}`)));
    expect(outcomes.filter((use) => use === 'allowed')).toHaveLength(perMinute);
  });

  it('covers all places of one person, and only theirs', async () => {
    const { ask } = open();
    const at = (conversation: string, user = 'ada') =>
      aPlace({ channelId: 'msteams', conversation: { id: conversation }, user: { id: user } });
    for (const place of ['one', 'two', 'three']) {
      expect(await ask(place, at(place))).toBe('allowed');
    }
    expect(await ask('four', at('four'))).toBe('refused');
    expect(await ask('five', at('one', 'bob'))).toBe('allowed');
  });

  it('is one for a whole conversation where nobody vouches for names: a page can invent them', async () => {
    const { ask } = open();
    const as = (user: string) => aPlace({ user: { id: user } });
    for (const name of ['one', 'two', 'three']) expect(await ask(name, as(name))).toBe('allowed');
    expect(await ask('four', as('four'))).toBe('refused');
  });

  it('is told to be used up once a minute', async () => {
    const { ask, clock } = open();
    for (const id of ['one', 'two', 'three']) await ask(id);
    const refused = [await ask('four'), await ask('five'), await ask('six')];
    expect(refused).toEqual(['refused', 'ignored', 'ignored']);
    await clock.advance(60_001);
    for (const id of ['seven', 'eight', 'nine']) await ask(id);
    expect(await ask('ten')).toBe('refused');
  });

  it('is forgotten after the minute, along with its row', async () => {
    const { ask, allowances, clock } = open();
    for (const id of ['one', 'two', 'three']) await ask(id);
    await clock.advance(60_001);
    expect(await ask('four')).toBe('allowed');
    await clock.advance(60_001);
    expect(await allowances.deleteExpired(clock.now())).toBe(1);
  });
});
