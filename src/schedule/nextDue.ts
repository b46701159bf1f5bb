import { instantOf } from './instantOf.ts';
import { offsetAt } from './offsetAt.ts';
import type { Schedule } from './schedule.ts';

const dayMs = 86_400_000;

/** A month and some days: the longest from one due time to the next. */
const mostDays = 70;

/**
 * The first due time after a moment.
 *
 * An hour that daylight saving skips has no due time of its own: the next full one has. One that comes twice has the
 * first. A day that a zone skips, since it moved over the date line, has none.
 *
 * @param timeZone an IANA name that this runtime knows
 * @param after ms since 1970
 * @returns ms since 1970
 */
export function nextDue(schedule: Schedule, timeZone: string, after: number): number {
  const today = Math.floor((after + offsetAt(timeZone, after)) / dayMs) * dayMs;
  for (let ahead = 0; ahead <= mostDays; ahead += 1) {
    const day = today + ahead * dayMs;
    if (!isOn(schedule, day)) continue;
    const due = instantOf(day, schedule.at, timeZone);
    if (due !== undefined && due > after) return due;
  }
  throw new RangeError('A schedule without a due time');
}

/** Whether a schedule has a due time on a day (midnight of that day, as if the zone was UTC). */
function isOn(schedule: Schedule, day: number): boolean {
  const date = new Date(day);
  const weekday = date.getUTCDay() || 7;
  switch (schedule.every) {
    case 'day':
      return true;
    case 'weekday':
      return weekday <= 5;
    case 'week':
      return schedule.days.some((each) => each === weekday);
    case 'month': {
      const isLast = new Date(day + dayMs).getUTCDate() === 1;
      return schedule.day === 'last' ? isLast : schedule.day === date.getUTCDate();
    }
  }
}
