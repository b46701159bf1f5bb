import { describe, expect, it } from 'vitest';
import { checkReadiness } from '../src/checkReadiness.ts';
import { systemClock } from '../src/clock.ts';
import { AppError } from '../src/errors.ts';
import { createLog } from '../src/log.ts';

function prepare(limitMs?: number) {
  const lines: string[] = [];
  const log = createLog('info', (_level, line) => lines.push(line));
  return { lines, options: { clock: systemClock, log, ...(limitMs && { limitMs }) } };
}

describe('the readiness', () => {
  it('names each part, how it is and how long it took', async () => {
    const { options } = prepare();
    const slow = () => systemClock.sleep(30);
    const { ready, checks } = await checkReadiness({ quick: async () => {}, slow }, options);
    expect(ready).toBe(true);
    expect(checks).toMatchObject({ quick: { ok: true }, slow: { ok: true } });
    expect(checks['slow']?.ms).toBeGreaterThanOrEqual(25);
    expect(checks['quick']?.ms).toBeLessThan(25);
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
    expect(checks['silent']?.ms).toBeLessThan(1_000);
    expect(stopped?.aborted).toBe(true);
  });
});
