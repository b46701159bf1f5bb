import { describe, expect, it } from 'vitest';
import { checkReadiness } from '../src/checkReadiness.ts';
import { AppError } from '../src/common/errors.ts';
import { createLog } from '../src/common/log.ts';
import { createFakeClock } from './support/fakeClock.ts';

function prepare(limitMs?: number) {
  const lines: string[] = [];
  const log = createLog('info', (_level, line) => lines.push(line));
  const clock = createFakeClock();
  return { lines, clock, options: { clock, log, ...(limitMs && { limitMs }) } };
}

describe('the readiness', () => {
  it('names each part, how it is and how long it took', async () => {
    const { clock, options } = prepare();
    const slow = () => clock.sleep(30);
    const found = checkReadiness({ quick: async () => {}, slow }, options);
    // The quick one ends before any time has passed.
    await clock.advance(0);
    await clock.advance(30);
    expect(await found).toEqual({
      ready: true,
      checks: { quick: { ok: true, ms: 0 }, slow: { ok: true, ms: 30 } },
    });
  });

  it('tells a code to the caller and the reason to the log alone', async () => {
    const { lines, options } = prepare();
    const broken = async () => {
      throw new AppError('secret-unavailable', 'https://vault.test said no');
    };
    const found = await checkReadiness({ storage: async () => {}, broken }, options);
    expect(found.ready).toBe(false);
    expect(found.checks['storage']?.ok).toBe(true);
    expect(found.checks['broken']).toMatchObject({ ok: false, code: 'secret-unavailable' });
    expect(JSON.stringify(found)).not.toContain('vault.test');
    expect(lines.join()).toContain('vault.test');
  });

  it('does not wait for a part that does not answer, and tells it to stop', async () => {
    const { options } = prepare(40);
    let stopped: AbortSignal | undefined;
    const silent = (signal: AbortSignal) => {
      stopped = signal;
      return new Promise(() => {});
    };
    const { checks } = await checkReadiness({ silent }, options);
    expect(checks['silent']).toMatchObject({ ok: false, code: 'no-answer' });
    expect(stopped?.aborted).toBe(true);
  });
});
