/** Finds the rows in the JSON of an array of arrays, piece by piece, so that they need not all be in memory. */
export interface RowSplitter {
  /** The JSON of each row that this piece completes. Whether it is valid JSON shows when it is parsed. */
  read(piece: string): string[];
  /** `broken` by something between the rows that doesn't belong there. */
  readonly state: 'reading' | 'ended' | 'broken';
  /** How much of an incomplete row is kept, in UTF-16 units. */
  readonly kept: number;
}

/** What matters in a row: the ends of arrays and objects, and texts, in which these mean nothing. */
const marks = /["\\[\]{}]/g;
/** What matters in a text. */
const textMarks = /["\\]/g;
/** What can stand between rows. */
const between = /[\s,]*/y;

export function createRowSplitter(): RowSplitter {
  let state: RowSplitter['state'] = 'reading';
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  let kept: string[] = [];
  let keptLength = 0;

  const keep = (part: string) => {
    kept.push(part);
    keptLength += part.length;
  };

  /** Reads on outside of rows; returns where. */
  const readBetween = (piece: string, at: number): number => {
    between.lastIndex = at;
    between.test(piece);
    const next = between.lastIndex;
    if (next >= piece.length) return next;
    const character = piece.charAt(next);
    if (state === 'reading' && character === '[') depth += 1;
    else if (state === 'reading' && character === ']' && depth === 1) state = 'ended';
    else state = 'broken';
    // The bracket that opens a row is part of it.
    return depth === 2 ? next : next + 1;
  };

  /** Reads on in a row; returns where it ends, or the end of the piece. */
  const readRow = (piece: string, from: number): number => {
    let at = from;
    while (at < piece.length && depth > 1) {
      if (isEscaped) {
        isEscaped = false;
        at += 1;
        continue;
      }
      const pattern = isInText ? textMarks : marks;
      pattern.lastIndex = at;
      const mark = pattern.exec(piece);
      if (mark === null) return piece.length;
      at = mark.index + 1;
      const [character] = mark;
      if (character === '"') isInText = !isInText;
      else if (character === '\\') isEscaped = true;
      else depth += character === '[' || character === '{' ? 1 : -1;
    }
    return at;
  };

  return {
    get state() {
      return state;
    },
    get kept() {
      return keptLength;
    },
    read(piece) {
      const rows: string[] = [];
      let at = 0;
      while (at < piece.length && state !== 'broken') {
        if (depth < 2) {
          at = readBetween(piece, at);
          if (depth < 2) continue;
          // It opens with the bracket that was just seen.
          keep('[');
          at += 1;
          if (at >= piece.length) break;
        }
        const end = readRow(piece, at);
        keep(piece.slice(at, end));
        at = end;
        if (depth > 1) break;
        rows.push(kept.join(''));
        kept = [];
        keptLength = 0;
      }
      return rows;
    },
  };
}
