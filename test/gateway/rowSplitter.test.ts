import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowSplitter } from '../../src/gateway/rowSplitter.ts';

function split(pieces: readonly string[]) {
  const splitter = createRowSplitter();
  const rows = pieces.flatMap((piece) => splitter.read(piece));
  return { rows, state: splitter.state };
}

/** Cut at the given places, which may be anywhere. */
function cut(text: string, places: readonly number[]): string[] {
  const at = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort(
    (a, b) => a - b,
  );
  return at.slice(1).map((end, index) => text.slice(at[index], end));
}

const cell = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.constantFrom('"', '\\', '\\"', '],[', '}', ''),
);
const table = fc.array(fc.array(cell));
const places = fc.array(fc.nat(), { maxLength: 10 });

describe('the rows of a JSON text', () => {
  it('are the same in whatever pieces it comes', () => {
    fc.assert(
      fc.property(table, places, fc.constantFrom(undefined, 2), (rows, at, indent) => {
        const { rows: found, state } = split(cut(JSON.stringify(rows, null, indent), at));
        expect(found.map((row) => JSON.parse(row))).toEqual(rows);
        expect(state).toBe('ended');
      }),
    );
  });

  it('never pass for all of them if it breaks off', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, at) => {
        const text = JSON.stringify(rows);
        const { rows: found, state } = split([text.slice(0, at % text.length)]);
        expect(state).toBe('reading');
        expect(found).toEqual(rows.slice(0, found.length).map((row) => JSON.stringify(row)));
      }),
    );
  });

  it.each(['{}', 'null', '[1]', '[[1],2]', '[[1]]x', '[[1]][', '"', '[[1]]]'])(
    'are no rows in %s',
    (text) => {
      expect(split([text]).state).toBe('broken');
    },
  );

  it('are counted while they aren’t whole', () => {
    const splitter = createRowSplitter();
    splitter.read('[["a"],["bcd');
    expect(splitter.kept).toBe(5);
  });
});
