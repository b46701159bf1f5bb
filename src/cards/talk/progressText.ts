import type { Progress } from '../../questions/ports.ts';
import { writeDuration } from '../parts/write.ts';

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

/** Where a question is, in plain text: `Running the query … 12 s`. An unknown status counts as work in progress. */
export function progressText({ status, elapsedMs, waitMs }: Progress): string {
  const what = words.get(status) ?? 'Genie is working on it';
  if (waitMs !== undefined && waitMs >= 1000)
    return `${what}: about ${writeDuration(waitMs)} to go.`;
  return elapsedMs < clockAfterMs ? `${what} …` : `${what} … ${writeDuration(elapsedMs)}`;
}
