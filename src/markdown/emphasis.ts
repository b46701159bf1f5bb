import { type Delimiter, readDelimiter } from './delimiter.ts';

type Kind = 'bold' | 'italic' | 'struck';

/** Marks that begin or end emphasis; those that do neither are text. */
export interface Marks {
  text: string;
  ends: Kind[];
  begins: Kind[];
}

/** A stretch of an inline text: a row of marks, words, or something opaque like code or a link. */
export interface Stretch {
  source: string;
  isMarks: boolean;
}

interface Placed extends Delimiter, Omit<Marks, 'text'> {
  /** How many stretches with a space were before it, and how many that no name in code could have. */
  spaces: number;
  unlikeNames: number;
}

/** Parts the source of words at the marks that could be emphasis. */
export function splitAtMarks(source: string): Stretch[] {
  return source
    .split(/(\*+|_+|~+)/)
    .map((part, index) => ({ source: part, isMarks: index % 2 === 1 }))
    .filter((part) => part.source !== '');
}

/**
 * Pairs the marks among the stretches, and says what those of each stretch do; `undefined` for one without marks. It's
 * CommonMark’s algorithm, which takes time in proportion to the number of stretches.
 */
export function findEmphasis(stretches: readonly Stretch[]): (Marks | undefined)[] {
  const placed = placeMarks(stretches);
  pairMarks(placed.filter((each) => each !== undefined));
  return placed.map(
    (each) => each && { text: each.mark.repeat(each.left), ends: each.ends, begins: each.begins },
  );
}

function placeMarks(stretches: readonly Stretch[]): (Placed | undefined)[] {
  let [spaces, unlikeNames] = [0, 0];
  return stretches.map(({ source, isMarks }, index) => {
    if (/\s/.test(source)) spaces += 1;
    if (/[^a-z\d_]/.test(source)) unlikeNames += 1;
    if (!isMarks) return undefined;
    const before = lastCharacter(stretches[index - 1]?.source ?? '');
    const after = firstCharacter(stretches[index + 1]?.source ?? '');
    const delimiter = readDelimiter(source, before, after);
    return { ...delimiter, spaces, unlikeNames, ends: [], begins: [] };
  });
}

function pairMarks(all: readonly Placed[]): void {
  const openers: Placed[] = [];
  /** How many of the openers are none for a closer of this kind. */
  const bottoms = new Map<string, number>();
  for (const closer of all) {
    while (closer.closes && closer.left > 0) {
      const kind = closerKind(closer);
      const at = findOpener(openers, closer, bottoms.get(kind) ?? 0);
      if (at < 0) {
        bottoms.set(kind, openers.length);
        break;
      }
      const opener = openers[at] as Placed;
      openers.length = at;
      for (const [other, above] of bottoms) bottoms.set(other, Math.min(above, at));
      if (isName(opener, closer)) {
        closer.opens = false;
        break;
      }
      join(opener, closer);
      if (opener.left > 0) openers.push(opener);
    }
    if (closer.opens && closer.left > 0) openers.push(closer);
  }
}

/** Closers of one kind have the same openers. */
function closerKind({ mark, left, isDoubtful }: Placed): string {
  return `${mark}${left > 2 ? 3 + (left % 2) : left}${isDoubtful}`;
}

function findOpener(openers: readonly Placed[], closer: Placed, bottom: number): number {
  for (let at = openers.length - 1; at >= bottom; at -= 1)
    if (canPair(openers[at] as Placed, closer)) return at;
  return -1;
}

function canPair(opener: Placed, closer: Placed): boolean {
  if (opener.mark !== closer.mark) return false;
  if (opener.isGlued && opener.spaces < closer.spaces) return false;
  if (closer.isDoubtful && !opener.isApart) return false;
  return usedMarks(opener, closer) === 2 || (opener.left % 2 === 1 && closer.left % 2 === 1);
}

/** `__init__` is a name in code. */
function isName(opener: Placed, closer: Placed): boolean {
  return (
    opener.mark === '_' &&
    usedMarks(opener, closer) === 2 &&
    opener.unlikeNames === closer.unlikeNames
  );
}

function usedMarks(opener: Placed, closer: Placed): 1 | 2 {
  return opener.left >= 2 && closer.left >= 2 ? 2 : 1;
}

function join(opener: Placed, closer: Placed): void {
  const used = usedMarks(opener, closer);
  const kind = opener.mark === '~' ? 'struck' : used === 2 ? 'bold' : 'italic';
  opener.begins.push(kind);
  closer.ends.push(kind);
  opener.left -= used;
  closer.left -= used;
}

function firstCharacter(text: string): string {
  return [...text.slice(0, 2)].at(0) ?? '';
}

function lastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}
