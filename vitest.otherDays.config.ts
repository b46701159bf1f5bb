import { defineConfig } from 'vitest/config';
import { createClosingLine } from './test/support/closingLine.ts';

/** Days, time zones and languages that a machine can have, `now` being when its tests begin. */
const machines = [
  { name: '29 February', now: '2028-02-29T12:00:00Z', zone: 'UTC' },
  // Half a minute before the clocks go back, on the last of a month.
  { name: 'end of summer time', now: '2027-10-31T00:59:30Z', zone: 'Europe/Berlin' },
  // Next year in UTC.
  { name: '31 December in Los Angeles', now: '2027-01-01T03:00:00Z', zone: 'America/Los_Angeles' },
  // Still the old year in UTC.
  { name: '1 January in Kiritimati', now: '2026-12-31T11:00:00Z', zone: 'Pacific/Kiritimati' },
  // Half a minute before the clocks go forward.
  {
    name: 'in German',
    now: '2027-03-28T00:59:30Z',
    zone: 'Europe/Berlin',
    locale: 'de_DE.UTF-8',
    hasLives: true,
  },
];

/**
 * A question's life passes in the time of its own world, the same on every machine, which `test/otherDays.test.ts` holds.
 * Zone and language alone are left, so one machine is enough that differs in both.
 */
const lives = 'test/questions/life/**/*.test.ts';

/** Where dates, numbers and their order are read and written, as far as it takes next to no time. */
const quick = {
  include: [
    'test/{answers,cards,charts,exports,questions}/**/*.test.ts',
    'test/local/demo/{answer,dataset}/**/*.test.ts',
    'test/support/liveOnOtherDay.test.ts',
  ],
  exclude: [
    '**/*.{contract,system}.test.ts',
    '**/{fitToSize,contentDisposition,suggestions}.test.ts',
    '**/{life,trouble,channelTrouble,cancelQuestions}.test.ts',
  ],
};
const other = process.env['OTHER_DAYS_OF'];

// `npm run test:other-days`: no test may depend on the day, the time zone or the language of the machine. By hand,
// OTHER_DAYS_OF names other tests, such as 'test/bot/**/*.test.ts'. Processes that a test starts stay in the present, so
// one with Azurite fails.
export default defineConfig({
  test: {
    testTimeout: 40_000,
    hookTimeout: 60_000,
    // By itself Vitest leaves one core idle.
    maxWorkers: '100%',
    reporters: [['default', { summary: false }], createClosingLine()],
    projects: machines.map(({ name, now, zone, locale = 'C.UTF-8', hasLives = false }) => ({
      extends: true,
      test: {
        name,
        ...(other ? { include: other.split(' ') } : quick),
        ...(!other && !hasLives && { exclude: [...quick.exclude, lives] }),
        setupFiles: ['test/support/liveOnOtherDay.ts'],
        env: { TEST_NOW: now, TZ: zone, LC_ALL: locale },
        // The tests above leave nothing behind in a module; each file in a process of its own takes twice as long.
        isolate: other !== undefined,
      },
    })),
  },
});
