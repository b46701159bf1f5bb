import { expect, it } from 'vitest';
import { createRefusalLog } from '../../../src/bot/endpoints/refusalLog.ts';
import { createLog } from '../../../src/common/log.ts';
import { createFakeClock } from '../../support/fakeClock.ts';

it('a flood of refusals is a line a minute, which says how many there were', async () => {
  const lines: Record<string, unknown>[] = [];
  const clock = createFakeClock();
  const log = createLog('info', (_level, line) => lines.push(JSON.parse(line)));
  const refusals = createRefusalLog(clock, (details) => log.warn('caller.refused', details));
  for (let count = 0; count < 10_000; count += 1) refusals.add('token');
  refusals.add('channel');
  expect(lines).toEqual([expect.objectContaining({ reason: 'token', count: 1 })]);
  await clock.advance(60_000);
  refusals.add('token');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({ count: 10_001, reasons: { token: 10_000, channel: 1 } });
});
