import { BoundedMap } from '../common/boundedMap.ts';

/** Zones come from clients, which could name any number of them. */
const formats = new BoundedMap<string, Intl.DateTimeFormat>(100);

/**
 * How far the clocks of a zone are ahead of UTC at a moment (ms).
 *
 * @param timeZone an IANA name that this runtime knows
 * @param instant ms since 1970
 */
export function offsetAt(timeZone: string, instant: number): number {
  const [, sign, hours, minutes, seconds] = shape.exec(formatOf(timeZone).format(instant)) ?? [];
  const size = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return (sign === '-' ? -size : size) * 1_000;
}

/** The end of `11/30/2026, GMT+05:30`; UTC itself is “GMT”, or so with zeros. */
const shape = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/;

/** Making one takes far longer than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const found = formats.get(timeZone);
  if (found) return found;
  const style = { timeZone, timeZoneName: 'longOffset', numberingSystem: 'latn' } as const;
  const format = new Intl.DateTimeFormat('en-US', style);
  formats.set(timeZone, format);
  return format;
}
