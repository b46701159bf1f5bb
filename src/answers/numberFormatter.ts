/** Beyond this power of ten a number written out is harder to read than its exponent. */
const maxExponent = 20;
/** Binary fractions and quotients, as AVG makes them, carry noise; six digits hold all that people compare. */
const noisyDigits = 6;
/** Amounts of money have cents, and more only where they are less than one. */
const moneyDigits = 2;
/** A type that states more digits states those of a quotient. */
const maxExactScale = 6;
/** `DECIMAL(18,2)` is money and keeps its zeros. */
const maxPaddedScale = 4;
/** More are not to be had from `Intl.NumberFormat`; SQL has 38. */
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
 * Makes the function that writes numbers as people read them: exact ones whole, of fractions what can be compared;
 * files have every digit. The digits never pass through a JavaScript number, since `Intl.NumberFormat` takes decimal
 * strings exactly. What is not a plain number (`NaN`) is returned as it is.
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
  const written = Math.max(0, fraction.replace(/0+$/, '').length - exponent);
  if (scale <= maxExactScale) return Math.min(written, maxIntlDigits);
  const firstDigit = (whole + fraction).search(/[1-9]/);
  const leadingZeros = Math.max(0, firstDigit - whole.length - exponent);
  const digits = currency ? moneyDigits : noisyDigits;
  const shown = currency && leadingZeros < moneyDigits ? digits : leadingZeros + digits;
  return Math.min(written, shown);
}

function createIntlFormat({ locale, scale, grouping, currency }: NumberFormat, digits: number) {
  const stated = scale !== undefined && scale <= maxPaddedScale ? scale : 0;
  // Nobody writes $1,204.5.
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
