/** A row of equal marks that could begin or end emphasis. */
export interface Delimiter {
  mark: '*' | '_' | '~';
  /** How many of the marks belong to no emphasis (yet): they stay text. */
  left: number;
  opens: boolean;
  closes: boolean;
  /** Whether it stands behind a letter or digit, as in `a**b`, and so begins emphasis only if no space follows. */
  isGlued: boolean;
  /** Whether a single star can only end what began behind a space: `*Total:*5`, but not `2*(3+4)*5`. */
  isDoubtful: boolean;
  /** Whether a space or the beginning is before it. */
  isApart: boolean;
}

const blank = /^\s?$/u;
const punctuation = /^[\p{P}\p{S}]$/u;
const asciiWord = /^\w$/;
const digit = /^\p{Nd}$/u;
const openBracket = /^\p{Ps}$/u;
const closeBracket = /^\p{Pe}$/u;
/** Nobody begins an emphasised text with these; `*.csv` and `SELECT *, a.*` do. */
const clauseMark = /^[.,;:!?…،؛、。，；：！？]$/u;

/**
 * Reads a row of marks by the characters beside it (`''` at the ends of the text). Stars mark emphasis whatever
 * punctuation of whatever script is beside them, where CommonMark wants spaces, which many scripts don't have:
 * `**「EMEA」**が`. Stars between ASCII letters and digits are arithmetic.
 */
export function readDelimiter(run: string, before: string, after: string): Delimiter {
  const mark = run.charAt(0) as Delimiter['mark'];
  const isGlued = mark === '*' && asciiWord.test(before);
  return {
    mark,
    left: run.length,
    ...sides[mark](run.length, before, after),
    isGlued,
    isDoubtful: mark === '*' && run.length === 1 && asciiWord.test(after),
    isApart: blank.test(before),
  };
}

type Sides = Pick<Delimiter, 'opens' | 'closes'>;

const sides: Record<Delimiter['mark'], (length: number, before: string, after: string) => Sides> = {
  '*': starSides,
  _: underscoreSides,
  '~': tildeSides,
};

function starSides(length: number, before: string, after: string): Sides {
  const opens = !blank.test(after) && !closeBracket.test(after);
  const closes = !blank.test(before) && !openBracket.test(before);
  const isInWord = asciiWord.test(before) && asciiWord.test(after);
  if (length === 1)
    return {
      opens: opens && !asciiWord.test(before) && !clauseMark.test(after),
      closes: closes && !isInWord,
    };
  // `5**2`, `2**(3+4)`
  const isPower = digit.test(before) && /^[!-~]$/.test(after);
  return { opens: opens && !isPower, closes: closes && !(digit.test(before) && digit.test(after)) };
}

/** CommonMark's rules: underscores are part of names. */
function underscoreSides(_length: number, before: string, after: string): Sides {
  const begins =
    !blank.test(after) &&
    (!punctuation.test(after) || blank.test(before) || punctuation.test(before));
  const ends =
    !blank.test(before) &&
    (!punctuation.test(before) || blank.test(after) || punctuation.test(after));
  return {
    opens: begins && (!ends || punctuation.test(before)),
    closes: ends && (!begins || punctuation.test(after)),
  };
}

/** One tilde means “about” or “to”, and three are no mark at all. */
function tildeSides(length: number, before: string, after: string): Sides {
  if (length !== 2) return { opens: false, closes: false };
  return {
    opens: !blank.test(after) && !(digit.test(before) && digit.test(after)),
    closes: !blank.test(before),
  };
}
