/** Beyond this power of ten, a number written out is harder to read than its exponent. */
const maxExponent = 20;

/** What a number's text says about how to write it. */
export interface NumberShape {
  /** Without its sign. */
  size: number;
  /** Digits behind the point, without zeros at the end. */
  written: number;
  /** Zeros right behind the point, before the first other digit. */
  leadingZeros: number;
}

/** Reads what most cells hold, without taking it apart: a card can look at 5,000 of them in each column. */
function readPlainNumber(text: string): NumberShape | undefined {
  const point = text.indexOf('.');
  if (point < 0) return plainWhole.test(text) ? shapeOf(text, 0, 0) : undefined;
  if (!plainFraction.test(text)) return undefined;
  let end = text.length;
  while (text.charCodeAt(end - 1) === zero) end -= 1;
  let start = point + 1;
  while (start < end && text.charCodeAt(start) === zero) start += 1;
  const isBelowOne = Math.abs(Number(text)) < 1;
  return shapeOf(text, end - point - 1, isBelowOne ? start - point - 1 : 0);
}

function shapeOf(text: string, written: number, leadingZeros: number): NumberShape {
  return { size: Math.abs(Number(text)), written, leadingZeros };
}

const plainWhole = /^-?\d+$/;
const plainFraction = /^-?\d+\.\d+$/;
const zero = 48;

/** Reads a number; `undefined` for what isn't to be written out, such as `NaN`. */
export function readNumberShape(text: string): NumberShape | undefined {
  return readPlainNumber(text) ?? readAnyNumber(text);
}

function readAnyNumber(text: string): NumberShape | undefined {
  const parts = /^[+-]?(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,5}))?$/.exec(text);
  if (!parts) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const exponent = Number(parts[3] ?? 0);
  if (Math.abs(exponent) > maxExponent) return undefined;
  const firstDigit = (whole + fraction).search(/[1-9]/);
  return {
    size: Math.abs(Number(text)),
    written: Math.max(0, fraction.replace(/(?<!0)0+$/, '').length - exponent),
    leadingZeros: Math.max(0, firstDigit - whole.length - exponent),
  };
}
