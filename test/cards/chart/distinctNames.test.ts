import { describe, expect, it } from 'vitest';
import { distinctNames, hiddenNames } from '../../../src/cards/chart/distinctNames.ts';

const seen = (names: readonly string[]) => names.map((name) => name.replace(/[\u200B\u2060]/g, ''));

describe('names in a chart of Teams', () => {
  it('are all different, so that no two points become one', () => {
    const names = distinctNames(['Paris', 'Paris', 'Rome', 'Paris']);
    expect(new Set(names).size).toBe(4);
    expect(seen(names)).toEqual(['Paris', 'Paris', 'Rome', 'Paris']);
  });

  it('keep their ends where only these differ', () => {
    const names = ['The very same beginning, north', 'The very same beginning, south', 'Short'];
    expect(distinctNames(names, 20)).toEqual(['The very…ng, north', 'The very…ng, south', 'Short']);
    expect(distinctNames(['One that is cut off at its end', 'Short'], 20)).toEqual([
      'One that is cut off…',
      'Short',
    ]);
  });

  it('can be hidden, at few bytes each', () => {
    const names = hiddenNames(400);
    expect(new Set(names).size).toBe(400);
    expect(seen(names).join('')).toBe('');
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(10);
  });
});
