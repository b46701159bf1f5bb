import { expect, test } from 'vitest';
import { runTimer } from '../../../local/host/runTimer.ts';
import { createFakeClock } from '../../support/fakeClock.ts';

const start = Date.UTC(2026, 10, 21, 9, 0, 30);

function run(schedule: string, runOnStartup = false) {
  const clock = createFakeClock({ now: start });
  const stop = new AbortController();
  const ticks: { at: string; next: string }[] = [];
  const ended = runTimer({
    schedule,
    runOnStartup,
    clock,
    signal: stop.signal,
    async run({ ScheduleStatus }) {
      ticks.push({ at: new Date(clock.now()).toISOString(), next: ScheduleStatus.Next });
    },
  });
  return { clock, ticks, ended, stop: () => stop.abort() };
}

test('an hourly schedule fires at each full hour and is told the next one', async () => {
  const { clock, ticks } = run('0 0 * * * *');
  await clock.advance(2 * 3_600_000);
  expect(ticks).toEqual([
    { at: '2026-11-21T10:00:00.000Z', next: '2026-11-21T11:00:00.000Z' },
    { at: '2026-11-21T11:00:00.000Z', next: '2026-11-21T12:00:00.000Z' },
  ]);
});

test.each([
  ['*/15 * * * * *', '2026-11-21T09:00:45.000Z'],
  ['0 30 9 * * 1-5', '2026-11-23T09:30:00.000Z'],
  ['0 0 0 1 * *', '2026-12-01T00:00:00.000Z'],
  ['0 0 0 13 * Fri', '2027-08-13T00:00:00.000Z'],
])('%s fires first at %s', async (schedule, first) => {
  const { clock, ticks } = run(schedule);
  await clock.advance(Date.parse(first) - start - 1);
  expect(ticks).toEqual([]);
  await clock.advance(1);
  expect(ticks.map(({ at }) => at)).toEqual([first]);
});

test('runOnStartup fires at once, then on schedule', async () => {
  const { clock, ticks } = run('0 0 * * * *', true);
  await clock.whenSleeping();
  await clock.advance(3_600_000);
  expect(ticks.map(({ at }) => at)).toEqual([
    '2026-11-21T09:00:30.000Z',
    '2026-11-21T10:00:00.000Z',
  ]);
});

test('a stopped timer ends without firing', async () => {
  const { clock, ticks, ended, stop } = run('0 0 * * * *');
  stop();
  await ended;
  await clock.advance(2 * 3_600_000);
  expect(ticks).toEqual([]);
});

test.each(['0 * * * *', 'soon'])('the schedule "%s" is refused', (schedule) => {
  expect(() => run(schedule)).toThrow();
});
