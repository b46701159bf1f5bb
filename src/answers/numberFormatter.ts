import { alikeDigits } from './cells/alikeDigits.ts';
import { type NumberShape, readNumberShape } from './cells/numberShape.ts';

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
  /** By `knownLocale`. */
  locale: string;
  /** Digits after the point that the type states; absent for binary fractions. */
  scale?: number;
  grouping: boolean;
  /** ISO 4217. */
  currency?: string;
  /** The numbers are percentages: 25 is a quarter. */
  isPercentage?: boolean;
  /** The numbers come from a division, as averages do. */
  isQuotient?: boolean;
}

/**
 * Creates the function that writes numbers the way people read them: exact ones in full, fractions with the digits
 * worth comparing. Files have every digit. The digits never pass through a JavaScript number, since `Intl.NumberFormat`
 * takes decimal strings exactly. Anything that isn't a plain number (`NaN`) is returned unchanged.
 *
 * @param column all numbers of the column, which are written with the same digits after the point. Without them each
 * has as many as it needs
 */
export function createNumberFormatter(
  format: NumberFormat,
  column: readonly string[] = [],
): (text: string) => string {
  const formatters = new Map<string, Intl.NumberFormat>();
  const digitsOf = createDigitRule(format, column);
  return (text) => {
    const number = readNumberShape(text.trim());
    if (number === undefined) return text;
    const digits = digitsOf(number);
    const key = `${digits.least}-${digits.most}`;
    const formatter = formatters.get(key) ?? createIntlFormat(format, digits);
    formatters.set(key, formatter);
    return formatter.format(text.trim() as `${number}`);
  };
}

/** How many digits after the point to show. */
interface Digits {
  least: number;
  most: number;
}

function createDigitRule(
  format: NumberFormat,
  column: readonly string[],
): (number: NumberShape) => Digits {
  const { scale = Number.POSITIVE_INFINITY, currency, isPercentage, isQuotient } = format;
  if (column.length === 0 || scale <= maxPaddedScale) return (number) => ownDigits(number, format);
  const numbers = column.flatMap((text) => readNumberShape(text.trim()) ?? []);
  const alike = alikeDigits(numbers, {
    isExact: scale <= maxExactScale && !isQuotient,
    isMoney: currency !== undefined,
    isPercentage: isPercentage === true,
    isQuotient: isQuotient === true,
  });
  return (number) => {
    const digits = Math.min(alike(number), maxIntlDigits);
    return { least: digits, most: digits };
  };
}

/** As many as a number needs that stands alone, or whose type states how many it has. */
function ownDigits(
  { written, leadingZeros }: NumberShape,
  { scale = Number.POSITIVE_INFINITY, currency }: NumberFormat,
): Digits {
  const noisy = currency ? moneyDigits : noisyDigits;
  const shown = currency && leadingZeros < moneyDigits ? noisy : leadingZeros + noisy;
  const digits = Math.min(written, scale <= maxExactScale ? maxIntlDigits : shown);
  // $1,204.5 looks wrong.
  const least = currency && digits === 1 ? moneyDigits : scale <= maxPaddedScale ? scale : 0;
  return { least, most: Math.max(digits, least) };
}

function createIntlFormat(
  { locale, grouping, currency, isPercentage }: NumberFormat,
  { least, most }: Digits,
) {
  return new Intl.NumberFormat(locale, {
    ...(currency && { style: 'currency', currency }),
    ...(isPercentage && { style: 'unit', unit: 'percent' }),
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: grouping ? 'always' : false,
    signDisplay: 'negative',
  });
}
