/** One of the events of a `text/event-stream` that has data. */
export interface ServerEvent {
  /** Its type: `message` where none is named. */
  type: string;
  /** Its lines of data, joined. */
  data: string;
}

export interface EventLimits {
  /** Of one event: an endless line never takes more memory than this. */
  eventBytes: number;
  /** Of the whole stream, whatever it holds. */
  streamBytes: number;
}

/** A stream of events is larger than it's allowed to be. */
export class EventsTooLargeError extends Error {
  override readonly name = 'EventsTooLargeError';
}

/**
 * Reads server-sent events as the HTML standard says (9.2.6), wherever the chunks are cut. One thing it takes more
 * easily: an event at the end counts without the blank line after it, because not everyone who serves them sends it.
 *
 * @throws EventsTooLargeError; what the connection throws when it breaks
 */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
  { eventBytes, streamBytes }: EventLimits,
): AsyncGenerator<ServerEvent, void> {
  const event = createEvent();
  const splitter = createLineSplitter((lineBytes) => {
    if (lineBytes + event.size <= eventBytes) return;
    throw new EventsTooLargeError(`An event has more than ${eventBytes} bytes`);
  });
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > streamBytes) {
      throw new EventsTooLargeError(`The events have more than ${streamBytes} bytes`);
    }
    for (const line of splitter.split(chunk)) {
      if (line === '') yield* event.end();
      else event.add(line);
    }
  }
  event.add(splitter.rest());
  yield* event.end();
}

/** Gathers the lines of one event after the other. */
function createEvent() {
  let type = '';
  let data: string[] = [];
  let size = 0;
  return {
    /** What is kept of it, in bytes. */
    get size() {
      return size;
    },
    add(line: string): void {
      const colon = line.indexOf(':');
      const name = colon === -1 ? line : line.slice(0, colon);
      const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
      if (name === 'event') type = value;
      if (name !== 'data') return;
      data.push(value);
      // An empty line takes memory, too.
      size += Buffer.byteLength(value) + 1;
    },
    *end(): Generator<ServerEvent, void> {
      if (data.length > 0) yield { type: type || 'message', data: data.join('\n') };
      type = '';
      data = [];
      size = 0;
    },
  };
}

const lf = 0x0a;
const cr = 0x0d;

/**
 * Finds lines, which end with LF, CR or both, in the bytes: no byte of a longer character looks like an end of line.
 * Each byte is looked at once, however many chunks a line comes in.
 *
 * @param allow throws if a line that isn't whole yet has too many bytes
 */
function createLineSplitter(allow: (lineBytes: number) => void) {
  let line = Buffer.alloc(1_024);
  let length = 0;
  let isFirst = true;
  let isAfterCr = false;

  const keep = (part: Uint8Array) => {
    allow(length + part.byteLength);
    if (length + part.byteLength > line.length) {
      const larger = Buffer.alloc(Math.max(length + part.byteLength, line.length * 2));
      line.copy(larger, 0, 0, length);
      line = larger;
    }
    line.set(part, length);
    length += part.byteLength;
  };
  const take = (): string => {
    const text = line.toString('utf8', 0, length);
    const isMarked = isFirst && text.startsWith('\ufeff');
    length = 0;
    isFirst = false;
    return isMarked ? text.slice(1) : text;
  };

  return {
    *split(chunk: Uint8Array): Generator<string, void> {
      let start = 0;
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at];
        const isRestOfCrlf = byte === lf && isAfterCr;
        isAfterCr = byte === cr;
        if (byte !== lf && byte !== cr) continue;
        if (!isRestOfCrlf) {
          keep(chunk.subarray(start, at));
          yield take();
        }
        start = at + 1;
      }
      keep(chunk.subarray(start));
    },
    /** The last line, which has no end. */
    rest: take,
  };
}
