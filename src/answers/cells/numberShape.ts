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

/** Reads a number; `undefined` for what isn't to be written out, such as `NaN`. */
export function readNumberShape(text: string): NumberShape | undefined {
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
