import type { Progress } from '../../questions/ports.ts';
import { inertText } from '../parts/inertText.ts';
import { clipLine } from '../parts/plainText.ts';
import type { Reader } from '../parts/reader.ts';
import { writeClock, writeDuration } from '../parts/write.ts';

/** A wait shorter than this shows no time. */
const clockAfterMs = 5000;

/** What an answerer says it is doing is a line. */
const longestStep = 500;

type Named<Status> = Status extends string ? (string extends Status ? never : Status) : never;
/** The statuses that have words of their own, except those that end a question. */
type Step = Exclude<Named<Progress['status']>, 'NO_ANSWER' | 'FAILED' | 'CANCELLED'>;

/**
 * Where a question is, in plain text: `Running the query … 12 s`. An unknown status counts as work in progress.
 *
 * @param now milliseconds since 1970
 */
export function progressText(
  { status, elapsedMs, waitMs, said }: Progress,
  reader: Reader,
  now: number,
): string {
  const { texts } = reader;
  if (status === 'NO_ANSWER') return noAnswerText(waitMs, reader, now);
  const words = texts.progress;
  const saidStep = said?.step && inertText(clipLine(said.step, longestStep));
  const step = saidStep || (stepWords(status, words.steps) ?? words.working);
  if (waitMs !== undefined && waitMs >= 1000)
    return words.toGo({ step, duration: writeDuration(waitMs, texts) });
  return elapsedMs < clockAfterMs
    ? words.underWay({ step })
    : words.since({ step, duration: writeDuration(elapsedMs, texts) });
}

function stepWords(status: string, steps: Readonly<Record<Step, string>>): string | undefined {
  return Object.hasOwn(steps, status) ? steps[status as Step] : undefined;
}

/** The time of day stays true while people read it; without a time zone, it's a duration. */
function noAnswerText(waitMs = 0, reader: Reader, now: number): string {
  const words = reader.texts.progress.silent;
  if (waitMs < 1000) return words.once;
  const time = writeClock(now + waitMs, reader);
  return time
    ? words.until({ time })
    : words.for({ duration: writeDuration(roundUp(waitMs), reader.texts) });
}

/** To whole minutes, if it is one. */
function roundUp(ms: number): number {
  return ms < 60_000 ? ms : Math.ceil(ms / 60_000) * 60_000;
}
