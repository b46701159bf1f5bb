import { describe, expect, it } from 'vitest';
import { nextDue } from '../../src/schedule/nextDue.ts';
import type { Schedule, TimeOfDay, Weekday } from '../../src/schedule/schedule.ts';
import { someOf } from '../support/runs.ts';
import { clocksOf } from './clocksOf.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const at = (time: string): TimeOfDay => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { hour, minute };
};
const daily = (time: string): Schedule => ({ every: 'day', at: at(time) });
const next = (schedule: Schedule, timeZone: string, after: string) =>
  new Date(nextDue(schedule, timeZone, Date.parse(after))).toISOString().replace(':00.000', '');

/** The due times after a moment, up to another. */
function dues(schedule: Schedule, timeZone: string, after: number, until: number): number[] {
  const found: number[] = [];
  for (let due = nextDue(schedule, timeZone, after); due <= until; )
    due = nextDue(schedule, timeZone, found[found.push(due) - 1] ?? until);
  return found;
}

describe('the next due time', () => {
  it.each<[string, Schedule, string, string, string]>([
    ['today', daily('9:00'), 'UTC', '2026-11-28T08:59Z', '2026-11-28T09:00Z'],
    ['not now', daily('9:00'), 'UTC', '2026-11-28T09:00Z', '2026-11-29T09:00Z'],
    ['in a zone', daily('9:00'), 'Europe/Berlin', '2026-11-28T08:00Z', '2026-11-29T08:00Z'],
    ['tomorrow there', daily('0:30'), 'Asia/Tokyo', '2026-11-28T14:00Z', '2026-11-28T15:30Z'],
    [
      'yesterday there',
      daily('23:30'),
      'Pacific/Honolulu',
      '2026-11-28T09:00Z',
      '2026-11-28T09:30Z',
    ],
    ['half hours', daily('9:00'), 'Asia/Kolkata', '2026-11-28T00:00Z', '2026-11-28T03:30Z'],
    ['quarters', daily('9:00'), 'Asia/Kathmandu', '2026-11-28T00:00Z', '2026-11-28T03:15Z'],
    ['an offset', daily('9:00'), '+02:00', '2026-11-28T00:00Z', '2026-11-28T07:00Z'],
    [
      '14 hours ahead',
      daily('9:00'),
      'Pacific/Kiritimati',
      '2026-11-28T00:00Z',
      '2026-11-28T19:00Z',
    ],
    [
      'after a weekend',
      { every: 'weekday', at: at('9:00') },
      'UTC',
      '2026-11-27T09:00Z',
      '2026-11-30T09:00Z',
    ],
    [
      'on its day of the week',
      { every: 'week', days: [1, 7], at: at('9:00') },
      'UTC',
      '2026-11-28T12:00Z',
      '2026-11-29T09:00Z',
    ],
    [
      'a week later',
      { every: 'week', days: [6], at: at('9:00') },
      'UTC',
      '2026-11-28T09:00Z',
      '2026-12-05T09:00Z',
    ],
    [
      'on a day of the month',
      { every: 'month', day: 28, at: at('9:00') },
      'UTC',
      '2026-11-28T09:00Z',
      '2026-12-28T09:00Z',
    ],
    [
      'on the last day of February',
      { every: 'month', day: 'last', at: at('9:00') },
      'UTC',
      '2027-01-31T09:00Z',
      '2027-02-28T09:00Z',
    ],
    [
      'on 29 February',
      { every: 'month', day: 'last', at: at('9:00') },
      'UTC',
      '2028-02-28T09:00Z',
      '2028-02-29T09:00Z',
    ],
    [
      'on the last day of a century’s February',
      { every: 'month', day: 'last', at: at('9:00') },
      'UTC',
      '2100-02-01T09:00Z',
      '2100-02-28T09:00Z',
    ],
    [
      'skipped: full hour',
      daily('2:30'),
      'Europe/Berlin',
      '2027-03-27T12:00Z',
      '2027-03-28T01:00Z',
    ],
    [
      'skipped: on the hour',
      daily('2:00'),
      'Europe/Berlin',
      '2027-03-27T12:00Z',
      '2027-03-28T01:00Z',
    ],
    ['after the skipped', daily('3:00'), 'Europe/Berlin', '2027-03-27T12:00Z', '2027-03-28T01:00Z'],
    [
      'doubled: the first',
      daily('2:30'),
      'Europe/Berlin',
      '2026-10-24T12:00Z',
      '2026-10-25T00:30Z',
    ],
    ['doubled: once', daily('2:30'), 'Europe/Berlin', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ['within the second', daily('2:30'), 'Europe/Berlin', '2026-10-25T01:10Z', '2026-10-26T01:30Z'],
    [
      'Lord Howe skips half',
      daily('2:15'),
      'Australia/Lord_Howe',
      '2026-10-03T00:00Z',
      '2026-10-03T16:00Z',
    ],
    [
      'Lord Howe after it',
      daily('2:30'),
      'Australia/Lord_Howe',
      '2026-10-03T00:00Z',
      '2026-10-03T15:30Z',
    ],
    [
      'Lord Howe doubles half',
      daily('1:45'),
      'Australia/Lord_Howe',
      '2026-04-04T00:00Z',
      '2026-04-04T14:45Z',
    ],
    [
      'Nuuk skips the last hour',
      daily('23:30'),
      'America/Nuuk',
      '2027-03-27T12:00Z',
      '2027-03-28T01:00Z',
    ],
    [
      'Havana skips the first',
      daily('0:30'),
      'America/Havana',
      '2027-03-13T12:00Z',
      '2027-03-14T05:00Z',
    ],
    [
      'Troll skips two hours',
      daily('1:30'),
      'Antarctica/Troll',
      '2027-03-27T12:00Z',
      '2027-03-28T01:00Z',
    ],
    [
      'Casey skips three',
      daily('1:30'),
      'Antarctica/Casey',
      '2020-10-03T10:00Z',
      '2020-10-03T17:00Z',
    ],
    ['Apia skips a day', daily('9:00'), 'Pacific/Apia', '2011-12-29T20:00Z', '2011-12-30T19:00Z'],
    [
      'Kwajalein skips a day',
      daily('9:00'),
      'Pacific/Kwajalein',
      '1993-08-20T21:30Z',
      '1993-08-21T21:00Z',
    ],
  ])('%s', (_title, schedule, timeZone, after, due) => {
    expect(next(schedule, timeZone, after)).toBe(due);
  });

  it('is no fourth week, if Friday was the day that a zone skipped', () => {
    const fridays: Schedule = { every: 'week', days: [5], at: at('9:00') };
    expect(next(fridays, 'Pacific/Apia', '2011-12-24T00:00Z')).toBe('2012-01-05T19:00Z');
  });
});

/** Ten years, in which all zones are known as they are now. */
const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2036, 0, 1)];
const zones = someOf(Intl.supportedValuesOf('timeZone')).map((name) => ({
  name,
  clocks: clocksOf(name, from, to),
}));

describe('in every zone of the world, for ten years', () => {
  it('a time around a change of its clocks is due once, when they show it or next full hour', () => {
    const times = [
      '0:00',
      '0:30',
      '1:15',
      '2:00',
      '2:15',
      '2:30',
      '3:00',
      '9:00',
      '23:00',
      '23:45',
    ];
    const wrong = zones.flatMap(({ name: zone, clocks }) => {
      return clocks.stretches.slice(1).flatMap(({ from: change, offset }) => {
        const day = Math.floor((change + offset) / dayMs) * dayMs;
        return times.flatMap((time) => {
          const { hour, minute } = at(time);
          const shown = (each: number) => day + each * dayMs + hour * hourMs + minute * 60_000;
          const wanted = [-1, 0, 1].map((each) => {
            const [first] = clocks.momentsOf(shown(each));
            return first ?? clocks.fullHourAfter(shown(each));
          });
          const after = (wanted[0] ?? 0) - 1;
          const found = dues(daily(time), zone, after, wanted[2] ?? 0);
          return found.join() === wanted.join() ? [] : [{ zone, time, change, found, wanted }];
        });
      });
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('the last day of each month is due once', () => {
    const last: Schedule = { every: 'month', day: 'last', at: at('9:00') };
    const wrong = zones.filter(({ name: zone, clocks: { momentsOf } }) => {
      const wanted = Array.from(
        { length: 120 },
        (_, month) => momentsOf(Date.UTC(2026, month + 1, 0, 9))[0],
      );
      return dues(last, zone, from, to).join() !== wanted.join();
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('each Monday and Thursday is due once', () => {
    const days: readonly Weekday[] = [1, 4];
    const schedule: Schedule = { every: 'week', days, at: at('17:30') };
    const wrong = zones
      .filter((_, index) => index % 10 === 0)
      .filter(({ name: zone, clocks: { momentsOf } }) => {
        const wanted: (number | undefined)[] = [];
        for (let day = from; day < to; day += dayMs)
          if ([1, 4].includes(new Date(day).getUTCDay()))
            wanted.push(momentsOf(day + 17.5 * hourMs)[0]);
        return dues(schedule, zone, from, wanted.at(-1) ?? to).join() !== wanted.join();
      });
    expect(wrong).toEqual([]);
  }, 120_000);
});
