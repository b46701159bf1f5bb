import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventsTooLargeError, readEvents, type ServerEvent } from '../../src/common/readEvents.ts';
import { runs } from '../support/runs.ts';

const limits = { eventBytes: 1_000, streamBytes: 100_000 };

async function* chunksOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

/** Cuts a text into chunks of `size` bytes, also inside of characters. */
async function* cut(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(body: AsyncIterable<Uint8Array>, some = limits): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(body, some)) events.push(event);
  return events;
}

const read = (...parts: (string | Uint8Array)[]) => collect(chunksOf(...parts));
const message = (data: string): ServerEvent => ({ type: 'message', data });

describe('a stream of events', () => {
  it.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ])('may end its lines with %s', async (_name, end) => {
    const text = ['data: one', '', 'event: two', 'data: 2', '', ''].join(end);
    expect(await read(text)).toEqual([message('one'), { type: 'two', data: '2' }]);
  });

  it('takes a CRLF that is cut in two for one end', async () => {
    expect(await read('data: a\r', '\ndata: b\r', '\n\r', '\n')).toEqual([message('a\nb')]);
  });

  it('joins several lines of data', async () => {
    expect(await read('data: {"a":\ndata:1}\ndata\n\n')).toEqual([message('{"a":\n1}\n')]);
  });

  it.each([
    ['without a space', 'data:x\n\n', 'x'],
    ['with one', 'data: x\n\n', 'x'],
    ['with two, of which one is data', 'data:  x\n\n', ' x'],
    ['with a colon in the data', 'data: a:b\n\n', 'a:b'],
  ])('takes a field %s', async (_name, text, data) => {
    expect(await read(text)).toEqual([message(data)]);
  });

  it('skips comments, IDs, times to retry, unknown fields and events without data', async () => {
    const text = ': ping\nid: 1\nretry: 10\nnonsense\n{"no":"field"}\n\nevent: empty\n\n\n\n';
    expect(await read(`${text}: ping\ndata: x\n:\n\n`)).toEqual([message('x')]);
  });

  it('forgets the type after each event, also after one without data', async () => {
    expect(await read('event: a\n\ndata: 1\n\n')).toEqual([message('1')]);
  });

  it('may begin with a byte order mark, and only begin', async () => {
    const bytes = Buffer.from('\ufeffdata: x\n\n\ufeffdata: y\n\ndata: \ufeffz\n\n');
    expect(await collect(chunksOf(...[...bytes].map((byte) => Uint8Array.of(byte))))).toEqual([
      message('x'),
      message('\ufeffz'),
    ]);
  });

  it.each(['data: last', 'data: last\n', 'data: last\r', 'data: first\n\ndata: last'])(
    'may end without a blank line: %j',
    async (text) => {
      expect((await read(text)).at(-1)).toEqual(message('last'));
    },
  );

  it('has no events in nothing', async () => {
    expect(await read()).toEqual([]);
    expect(await read('', '\n', '')).toEqual([]);
  });

  it('replaces bytes that are no UTF-8, and goes on', async () => {
    const broken = Buffer.concat([Buffer.from('data: a'), Buffer.of(0xff), Buffer.from('b\n\n')]);
    expect(await read(broken, 'data: c\n\n')).toEqual([message('a\ufffdb'), message('c')]);
  });

  it('is the same wherever it is cut, also inside of a character', async () => {
    const line = fc.oneof(
      fc.constantFrom('', ':', 'data', 'data:', 'event: x', 'data: ü€𝒳', 'data: [DONE]'),
      fc.string({ unit: 'grapheme' }).map((text) => `data: ${text}`),
    );
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n', '\n\n')))
      .map((lines) => lines.flat().join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (whole, size) => {
        expect(await collect(cut(whole, size))).toEqual(await read(whole));
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('the limits of a stream of events', () => {
  async function* endless(part: string, asked: { chunks: number }) {
    for (;;) {
      asked.chunks += 1;
      yield Buffer.from(part);
    }
  }

  it.each([
    ['a line that never ends', 'data: xxxxxxxxxx'],
    ['a comment that never ends', ':xxxxxxxxxxxxxxx'],
    ['an event of ever more lines', 'data: xxxxxxxxx\n'],
    ['an event of empty lines', 'data\ndata\ndata\n'],
  ])('end %s', async (_name, part) => {
    const asked = { chunks: 0 };
    await expect(collect(endless(part, asked))).rejects.toThrow(EventsTooLargeError);
    // 16 bytes a chunk.
    expect(asked.chunks).toBeLessThan(1_000);
  });

  it.each([
    ['blank lines', '\n\n\n\n\n\n\n\n'],
    ['comments', ': ping\n\n'],
    ['small events', 'data:1\n\n'],
  ])('end a stream of nothing but %s', async (_name, part) => {
    const asked = { chunks: 0 };
    await expect(collect(endless(part, asked))).rejects.toThrow('more than 100000 bytes');
    expect(asked.chunks).toBe(100_000 / 8 + 1);
  });

  it('count what is kept, in bytes', async () => {
    const small = { eventBytes: 12, streamBytes: 1_000 };
    expect(await collect(chunksOf('data: 123456\n\n'.repeat(5)), small)).toHaveLength(5);
    await expect(collect(chunksOf('data: €€€€\n\n'), small)).rejects.toThrow('12 bytes');
  });

  it('leave what came before to the reader', async () => {
    const seen: string[] = [];
    const reading = async () => {
      for await (const { data } of readEvents(chunksOf('data: 1\n\n', 'x'.repeat(2_000)), limits)) {
        seen.push(data);
      }
    };
    await expect(reading()).rejects.toThrow(EventsTooLargeError);
    expect(seen).toEqual(['1']);
  });
});

it('Reading events takes time in line with their size', async () => {
  const wide = { eventBytes: 1e9, streamBytes: 1e9 };
  const timeOf = async (bytes: number) => {
    const startedAt = performance.now();
    await collect(cut(`data: ${'x'.repeat(bytes)}\n\n`, 1), wide);
    await collect(cut('data: x\n\n'.repeat(bytes / 9), 9), wide);
    return performance.now() - startedAt;
  };
  await timeOf(10_000);
  const [small, large] = [await timeOf(20_000), await timeOf(200_000)];
  expect(large).toBeLessThan(Math.max(small, 5) * 60);
});

it('A reader that stops early closes the body', async () => {
  let isClosed = false;
  async function* body() {
    try {
      for (;;) yield Buffer.from('data: x\n\n');
    } finally {
      isClosed = true;
    }
  }
  for await (const event of readEvents(body(), limits)) {
    expect(event).toEqual(message('x'));
    break;
  }
  expect(isClosed).toBe(true);
});
