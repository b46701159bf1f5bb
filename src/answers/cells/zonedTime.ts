import { readInstant } from './formatDate.ts';

/** Before and after these, a time is a mark such as “never”: 0001-01-01, 9999-12-31. It would leave its year. */
const marks = { before: Date.UTC(1900, 0, 1), after: Date.UTC(9999, 0, 1) };

/**
 * Creates the function that says what the clocks of a time zone show at an instant, as `2026-01-01T11:30:00`; `undefined`
 * for texts that aren't instants, or not of our time.
 *
 * @param timeZone IANA
 */
export function createZonedClock(timeZone: string): (text: string) => string | undefined {
  return (text) => {
    const instant = readInstant(text);
    if (instant === undefined || instant.time < marks.before || instant.time >= marks.after)
      return undefined;
    const parts = new Map(
      formatOf(timeZone)
        .formatToParts(instant.time)
        .map(({ type, value }) => [type, value]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
    const date = `${part('year')}-${part('month')}-${part('day')}`;
    return `${date}T${part('hour')}:${part('minute')}:${part('second')}${instant.fraction}`;
  };
}

/** Making one takes longer than a page of times, and a card asks for the same one several times. */
let latest: { timeZone: string; format: Intl.DateTimeFormat } | undefined;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  if (latest?.timeZone !== timeZone) latest = { timeZone, format: createFormat(timeZone) };
  return latest.format;
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
}
