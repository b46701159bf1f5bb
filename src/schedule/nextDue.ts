import type { Schedule, TimeOfDay } from './schedule.ts';

const dayMs = 86_400_000;

/** A month and some days: the longest from one due time to the next. */
const mostDays = 70;

/**
 * The first due time after a moment.
 *
 * An hour that daylight saving skips has no due time of its own: the next full one has. One that comes twice has the
 * first.
 *
 * @param timeZone an IANA name that this runtime knows
 * @param after ms since 1970
 * @returns ms since 1970
 */
export function nextDue(schedule: Schedule, timeZone: string, after: number): number {
  const today = dayIn(timeZone, after);
  for (let ahead = 0; ahead <= mostDays; ahead += 1) {
    const day = today + ahead * dayMs;
    if (!isOn(schedule, day)) continue;
    const due = instantOf(day, schedule.at, timeZone);
    if (due > after) return due;
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

/** The moment at which the clocks of a zone show a time; the next full hour if they skip it, the first if they repeat it. */
function instantOf(day: number, { hour, minute }: TimeOfDay, timeZone: string): number {
  const wanted = day + hour * 3_600_000 + minute * 60_000;
  // Offsets before and after any change on that day.
  const offsets = [wanted - dayMs, wanted + dayMs].map((near) => shownAt(timeZone, near) - near);
  const fitting = offsets
    .map((offset) => wanted - offset)
    .filter((instant) => shownAt(timeZone, instant) === wanted);
  if (fitting.length > 0) return Math.min(...fitting);
  const later = day + (hour + 1) * 3_600_000;
  const after = later - Math.max(...offsets);
  return shownAt(timeZone, after) === later ? after : later - Math.min(...offsets);
}

/** What the clocks of a zone show at a moment, as if the zone was UTC. */
function shownAt(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}

function dayIn(timeZone: string, instant: number): number {
  return Math.floor(shownAt(timeZone, instant) / dayMs) * dayMs;
}
