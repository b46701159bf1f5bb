import type { Progress } from '../../questions/ports.ts';
import type { Reader } from '../parts/reader.ts';
import { writeClock, writeDuration } from '../parts/write.ts';

/** A wait shorter than this shows no time. */
const clockAfterMs = 5000;

const words: ReadonlyMap<string, string> = new Map([
  ['WAITING_FOR_TURN', 'Waiting for your earlier question'],
  ['WAITING_FOR_BUDGET', 'Your question is in the queue'],
  ['SUBMITTED', 'Sent to Genie'],
  ['FETCHING_METADATA', 'Looking at the tables'],
  ['FILTERING_CONTEXT', 'Understanding your question'],
  ['ASKING_AI', 'Writing SQL'],
  ['PENDING_WAREHOUSE', 'Waiting for the warehouse to start'],
  ['EXECUTING_QUERY', 'Running the query'],
  ['COMPLETED', 'Reading the answer'],
  ['LOADING_ROWS', 'The rows are still loading'],
  ['QUERY_RESULT_EXPIRED', 'Running the query again'],
]);

/**
 * Where a question is, in plain text: `Running the query … 12 s`. An unknown status counts as work in progress.
 *
 * @param now milliseconds since 1970
 */
export function progressText(
  { status, elapsedMs, waitMs }: Progress,
  reader: Reader,
  now: number,
): string {
  const { texts } = reader;
  if (status === 'NO_ANSWER') return noAnswerText(waitMs, reader, now);
  const what = words.get(status) ?? 'Genie is working on it';
  if (waitMs !== undefined && waitMs >= 1000)
    return `${what}: about ${writeDuration(waitMs, texts)} to go.`;
  return elapsedMs < clockAfterMs ? `${what} …` : `${what} … ${writeDuration(elapsedMs, texts)}`;
}

/** The time of day stays true while people read it; without a time zone, it's a duration. */
function noAnswerText(waitMs = 0, reader: Reader, now: number): string {
  const what = 'Genie isn’t answering at the moment.';
  if (waitMs < 1000) return `${what} I’ll try once more.`;
  const until = writeClock(now + waitMs, reader);
  const howLong = until
    ? `until ${until}`
    : `for another ${writeDuration(roundUp(waitMs), reader.texts)}`;
  return `${what} I’ll keep trying ${howLong}.`;
}

/** To whole minutes, if it is one. */
function roundUp(ms: number): number {
  return ms < 60_000 ? ms : Math.ceil(ms / 60_000) * 60_000;
}
