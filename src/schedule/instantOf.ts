import { offsetAt } from './offsetAt.ts';
import type { TimeOfDay } from './schedule.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The moment at which the clocks of a zone show a time. If they skip it, it's the next full hour; if they show it twice,
 * the first time.
 *
 * @param day midnight of that day, as if the zone was UTC (ms since 1970)
 * @param timeZone an IANA name that this runtime knows
 * @returns ms since 1970; `undefined` if they skip the whole day
 */
export function instantOf(
  day: number,
  { hour, minute }: TimeOfDay,
  timeZone: string,
): number | undefined {
  const wanted = day + hour * hourMs + minute * 60_000;
  // No clock is a day off, so a change on that day is between these.
  const [from, to] = [wanted - dayMs, wanted + dayMs];
  const offsets = [offsetAt(timeZone, from), offsetAt(timeZone, to)] as const;
  const fitting = offsets
    .map((offset) => wanted - offset)
    .filter((instant) => instant + offsetAt(timeZone, instant) === wanted);
  if (fitting.length > 0) return Math.min(...fitting);

  const [before, after] = offsets;
  const change = findChange(timeZone, from, to);
  const skipsDay = change + before <= day && change + after >= day + dayMs;
  if (skipsDay) return undefined;
  return Math.ceil((change + after) / hourMs) * hourMs - after;
}

/** When the clocks of a zone are set to something else, between two moments of which that is true. */
function findChange(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from);
  let [early, late] = [from, to];
  while (late - early > 1_000) {
    const middle = Math.floor((early + late) / 2_000) * 1_000;
    if (offsetAt(timeZone, middle) === before) early = middle;
    else late = middle;
  }
  return late;
}
