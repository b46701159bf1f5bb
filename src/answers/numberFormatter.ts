/** Beyond this power of ten, a number written out is harder to read than its exponent. */
const maxExponent = 20;
/** Binary fractions and quotients, as AVG makes them, carry noise; six digits hold all that people compare. */
const noisyDigits = 6;
/** Amounts of money have cents, and more digits only below one. */
const moneyDigits = 2;
/** If a type states more digits, they come from a division. */
const maxExactScale = 6;
/** `DECIMAL(18,2)` is money and keeps its zeros. */
const maxPaddedScale = 4;
/** `Intl.NumberFormat` stops here; SQL goes up to 38. */
const maxIntlDigits = 100;

export interface NumberFormat {
  locale: string;
  /** Digits after the point that the type states; absent for binary fractions. */
  scale?: number;
  grouping: boolean;
  /** ISO 4217. */
  currency?: string;
}

/**
 * Creates the function that writes numbers the way people read them: exact ones in full, fractions with the digits
 * worth comparing. Files have every digit. The digits never pass through a JavaScript number, since `Intl.NumberFormat`
 * takes decimal strings exactly. Anything that isn't a plain number (`NaN`) is returned unchanged.
 */
export function createNumberFormatter(format: NumberFormat): (text: string) => string {
  const formatters = new Map<number, Intl.NumberFormat>();
  return (text) => {
    const digits = countFractionDigits(text.trim(), format);
    if (digits === undefined) return text;
    const formatter = formatters.get(digits) ?? createIntlFormat(format, digits);
    formatters.set(digits, formatter);
    return formatter.format(text.trim() as `${number}`);
  };
}

/** How many digits after the point to show at most; `undefined` for what is not to be written out. */
function countFractionDigits(
  text: string,
  { scale = Number.POSITIVE_INFINITY, currency }: NumberFormat,
): number | undefined {
  const parts = /^[+-]?(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,5}))?$/.exec(text);
  if (!parts) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const exponent = Number(parts[3] ?? 0);
  if (Math.abs(exponent) > maxExponent) return undefined;
  const written = Math.max(0, fraction.replace(/(?<!0)0+$/, '').length - exponent);
  if (scale <= maxExactScale) return Math.min(written, maxIntlDigits);
  const firstDigit = (whole + fraction).search(/[1-9]/);
  const leadingZeros = Math.max(0, firstDigit - whole.length - exponent);
  const digits = currency ? moneyDigits : noisyDigits;
  const shown = currency && leadingZeros < moneyDigits ? digits : leadingZeros + digits;
  return Math.min(written, shown);
}

function createIntlFormat({ locale, scale, grouping, currency }: NumberFormat, digits: number) {
  const stated = scale !== undefined && scale <= maxPaddedScale ? scale : 0;
  // $1,204.5 looks wrong.
  const padded = currency && digits === 1 ? 2 : stated;
  return new Intl.NumberFormat(locale, {
    ...(currency && { style: 'currency', currency }),
    minimumFractionDigits: padded,
    maximumFractionDigits: Math.max(digits, padded),
    useGrouping: grouping ? 'always' : false,
    signDisplay: 'negative',
    numberingSystem: 'latn',
  });
}
