/** A stretch of time in which the clocks of a zone aren't set. */
interface Stretch {
  /** ms since 1970; the first one begins long before. */
  from: number;
  to: number;
  offset: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What the clocks of a zone show, found out by looking at every fourth day: no zone changes twice within four. */
export interface Clocks {
  stretches: readonly Stretch[];
  shownAt(instant: number): number;
  /** Every moment at which they show a time. */
  momentsOf(shown: number): number[];
  /** The first full hour that they show after a time which they skip. */
  fullHourAfter(shown: number): number;
}

/** Writes out a whole date, where the code under test asks for the offset. */
function createShown(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
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
  });
  return (instant) => {
    const [month = 0, day, year = 0, hour, minute, second] = format
      .format(instant)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}

export function clocksOf(timeZone: string, from: number, to: number): Clocks {
  const shownAt = createShown(timeZone);
  const offsetAt = (instant: number) => shownAt(instant) - instant;
  const stretches: Stretch[] = [{ from: -Infinity, to: Infinity, offset: offsetAt(from) }];
  for (let day = from; day < to; day += 4 * dayMs) {
    const last = stretches.at(-1);
    if (!last || offsetAt(day + 4 * dayMs) === last.offset) continue;
    let change = day;
    for (let step = 2 * dayMs; step >= 1_000; step = Math.floor(step / 2_000) * 1_000)
      while (offsetAt(change + step) === last.offset) change += step;
    last.to = change + 1_000;
    stretches.push({ from: last.to, to: Infinity, offset: offsetAt(last.to) });
  }
  return {
    stretches,
    shownAt,
    momentsOf: (shown) =>
      stretches
        .filter((each) => shown - each.offset >= each.from && shown - each.offset < each.to)
        .map(({ offset }) => shown - offset),
    fullHourAfter: (shown) => {
      const next = stretches.find((each) => each.from + each.offset > shown && each.to > shown);
      let moment = next?.from ?? Number.NaN;
      while ((moment + (next?.offset ?? 0)) % hourMs !== 0) moment += 60_000;
      return moment;
    },
  };
}
