import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextLookMs } from '../../../src/questions/ownership/watchdog.ts';
import { makeQuestion, now } from '../../support/storedValues.ts';

const leaseMs = 8_000;

/** When a watchdog looks (ms after the question was accepted), whatever it finds. */
function looksOf(
  kind: 'watch' | 'backup',
  found: readonly { leaseLeftMs: number; startMs: number; lateMs: number }[],
) {
  const looks: number[] = [];
  let at = kind === 'watch' ? 9_000 : 13_500;
  for (const { leaseLeftMs, startMs, lateMs } of found) {
    // The queue shows a message up to two seconds late.
    at += lateMs;
    looks.push(at);
    const time = now + at;
    const question = makeQuestion({
      startAt: time + startMs,
      ...(leaseLeftMs > 0 && { lease: { owner: 'someone', until: time + leaseLeftMs } }),
    });
    at += nextLookMs(kind, question, time);
  }
  return looks;
}

const finding = fc.record({
  leaseLeftMs: fc.integer({ min: -1, max: leaseMs }),
  startMs: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 60_000 })),
  lateMs: fc.integer({ min: 0, max: 2_000 }),
});
const findings = fc.array(finding, { minLength: 1, maxLength: 30 });

it('the two watchdogs of a question never look at the same time, so that no kill hits both', () => {
  fc.assert(
    fc.property(findings, findings, (one, other) => {
      const backups = looksOf('backup', other);
      for (const look of looksOf('watch', one)) {
        for (const backup of backups) expect(Math.abs(look - backup)).toBeGreaterThan(2_000);
      }
    }),
  );
});

it('a watchdog looks once the lease it saw must have been renewed, within ten seconds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: leaseMs }),
      fc.integer({ min: 0, max: 60_000 }),
      (leftMs, sinceMs) => {
        const time = now + sinceMs;
        const question = makeQuestion({ lease: { owner: 'someone', until: time + leftMs } });
        const waitMs = nextLookMs('watch', question, time);
        expect(waitMs).toBeGreaterThan(leftMs);
        expect(waitMs).toBeLessThanOrEqual(leftMs + 10_000);
      },
    ),
  );
});
