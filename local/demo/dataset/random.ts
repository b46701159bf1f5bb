/** A stream of pseudo-random numbers that a seed fixes for good. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** One item; the earlier ones more often when `skew` is above 1. */
  pick<T>(items: readonly [T, ...T[]], skew?: number): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
}

/** Makes the stream of a seed, by Mulberry32 over an FNV-1a hash of the seed's text. */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    integer: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items, skew = 1) => items[Math.floor(next() ** skew * items.length)] ?? items[0],
    chance: (probability) => next() < probability,
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value;
}
