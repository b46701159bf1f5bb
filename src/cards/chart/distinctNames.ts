import { clipText } from '../parts/plainText.ts';

const invisible = ['\u200B', '\u2060'];

/**
 * The names with at most `length` letters each. Points of one name would be one point in Teams, so names that would
 * become the same keep their ends, and what is still the same differs by letters that can't be seen.
 */
export function distinctNames(names: readonly string[], length = 100): string[] {
  const short = names.map((name) => clipText(name, length));
  const counts = Map.groupBy(short, (name) => name);
  return apart(
    names.map((name, index) => {
      const clipped = short[index] ?? name;
      return clipped !== name && (counts.get(clipped)?.length ?? 0) > 1
        ? keepEnds(name, length)
        : clipped;
    }),
  );
}

/** So many names that can't be seen, all different. */
export function hiddenNames(count: number): string[] {
  return apart(
    Array.from({ length: count }, () => ''),
    1,
  );
}

function keepEnds(name: string, length: number): string {
  const half = Math.floor(length / 2);
  const end = Array.from(name)
    .slice(1 - half)
    .join('')
    .trimStart();
  return clipText(name, length - half) + end;
}

function apart(names: readonly string[], from = 0): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const before = seen.get(name) ?? from;
    seen.set(name, before + 1);
    return name + inBinary(before);
  });
}

/** A number, written with two letters that have no width. */
function inBinary(number: number): string {
  if (number === 0) return '';
  return Array.from(number.toString(2), (digit) => invisible[Number(digit)]).join('');
}
