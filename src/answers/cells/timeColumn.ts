import { isMidnight, readInstant } from './formatDate.ts';
import { createZonedClock } from './zonedTime.ts';

/** Whether a column holds points in time, which are the same everywhere. */
export function isInstants({ type }: { type: string }): boolean {
  return type === 'TIMESTAMP';
}

/** How the times of one column are written. */
export interface TimeColumn {
  /** The column holds days, so midnight isn't worth saying. */
  isDays: boolean;
  /** Whether times are moved into the reader's zone, which then has to be said. */
  isZoned: boolean;
  /** What the reader's clocks show, without a zone; a time that isn't moved stays as it came. */
  toLocal(text: string): string;
}

/**
 * Decides how a column's times are read. An instant is shown by the reader's clocks. Days aren't instants: a column of
 * midnights in UTC holds dates, as a month or a day cut from a timestamp does, and so does one of midnights where the
 * reader is. TIMESTAMP_NTZ says what clocks showed wherever it was, and is never moved.
 *
 * @param type the wire's type name
 * @param timeZone IANA
 */
export function readTimeColumn(
  type: string,
  values: readonly string[],
  timeZone: string,
): TimeColumn {
  const clock = createZonedClock(timeZone);
  if (
    !isInstants({ type }) ||
    values.every(isMidnight) ||
    !values.some((text) => readInstant(text))
  )
    return { isDays: values.every(isMidnight), isZoned: false, toLocal: withoutZone };
  const [first] = values;
  // One alone could be midnight by chance.
  const isSeveral = values.some((text) => text !== first);
  return {
    isDays: isSeveral && values.every((text) => isMidnight(clock(text) ?? text)),
    isZoned: true,
    toLocal: (text) => clock(text) ?? text,
  };
}

/** Whether a column's times are shown by the reader's clocks, so that their zone has to be said. */
export function isZoned(
  { type }: { type: string },
  values: readonly (string | null)[],
  timeZone: string,
): boolean {
  if (!isInstants({ type })) return false;
  const times = values.filter((value) => value !== null);
  return readTimeColumn(type, times, timeZone).isZoned;
}

/** The zone of a time that has none says nothing. */
function withoutZone(text: string): string {
  return text.replace(/(?<=\d)(?:Z|[+-]00:?00)$/, '');
}
