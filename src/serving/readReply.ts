import type { Clock } from '../common/clock.ts';
import { parseJson } from '../common/parseJson.ts';
import { readBytes } from '../common/readBytes.ts';
import { type EventLimits, EventsTooLargeError, readEvents } from '../common/readEvents.ts';
import { withPatience } from '../common/timeLimit.ts';
import type { Draft } from './reply/draft.ts';
import { readEvent } from './reply/readEvent.ts';

/** The last event has all that was said once more, and on demand a trace of all that was done. */
const limits: EventLimits = { eventBytes: 8 * 1024 * 1024, streamBytes: 32 * 1024 * 1024 };

/** What came isn't an answer, of any kind. */
export class NoReplyError extends Error {
  override readonly name = 'NoReplyError';
  /** Its start. */
  readonly body: string;

  constructor(body: string) {
    super('It is neither a stream of events nor JSON');
    this.body = body;
  }
}

/**
 * Reads an answer into the draft to its end: a stream of events or, from those who don't stream, one JSON. Leaves it to the
 * caller to close the connection.
 *
 * @throws NoReplyError for anything else, EndpointFailure, EventsTooLargeError, what the connection throws
 */
export async function readReply(
  body: AsyncIterable<Uint8Array>,
  draft: Draft,
  clock: Clock,
): Promise<void> {
  const chunks = body[Symbol.asyncIterator]();
  const { start, mark } = await readStart(chunks);
  const all = follow(start, chunks);
  if (mark === '{' || mark === '[' || mark === '<') await readWhole(all, draft);
  else await readStream(all, draft, clock);
}

const blanks = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/** The chunks up to the first character that says something; JSON and HTML begin like no stream of events does. */
async function readStart(chunks: AsyncIterator<Uint8Array>) {
  const start: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return { start, mark: undefined };
    start.push(value);
    size += value.byteLength;
    const mark = value.find((byte) => !blanks.has(byte));
    if (mark !== undefined) return { start, mark: String.fromCharCode(mark) };
    if (size > limits.eventBytes)
      throw new EventsTooLargeError('It begins with nothing but blanks');
  }
}

async function* follow(start: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>) {
  yield* start;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}

/** How long what comes after the end of an answer is waited for, as its trace: nobody says how many events that are. */
const afterwardsMs = 2_000;

async function readStream(
  body: AsyncIterable<Uint8Array>,
  draft: Draft,
  clock: Clock,
): Promise<void> {
  const events = readEvents(body, limits);
  for (;;) {
    const coming = events.next();
    const next = await (draft.isComplete ? afterwards(coming, clock) : coming);
    if (next === undefined || next.done) return;
    const { type, data } = next.value;
    if (data.trim() === '[DONE]') return draft.complete();
    const json = parseJson(data);
    if (json !== undefined) readEvent(json, draft, type);
  }
}

/** A connection that breaks after the end has done no harm. */
function afterwards<T>(coming: Promise<T>, clock: Clock): Promise<T | undefined> {
  return withPatience(
    afterwardsMs,
    clock,
    coming.catch(() => undefined),
  );
}

async function readWhole(body: AsyncIterable<Uint8Array>, draft: Draft): Promise<void> {
  const bytes = await readBytes(body, limits.eventBytes);
  if (bytes === undefined)
    throw new EventsTooLargeError(`It has more than ${limits.eventBytes} bytes`);
  const text = bytes.toString();
  const json = parseJson(text.replace(/^\ufeff/, ''));
  if (json === undefined) throw new NoReplyError(text.slice(0, 20_000));
  readEvent(json, draft);
}
