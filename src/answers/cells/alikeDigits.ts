import type { NumberShape } from './numberShape.ts';

/** Quotients and binary fractions carry noise; so many digits hold all that people compare. */
const readable = 6;
/** An average of cents has four more than they. */
const readableOfQuotient = 4;
const moneyDigits = 2;
/** Of a noisy number: so many digits of the largest, and of the range that all span, since they are told apart by it. */
const ofLargest = 4;
const ofRange = 3;
const ofTiny = 2;
/** What is so much smaller than the largest doesn't make all others longer. */
const tiny = 1e-3;

export interface DigitRules {
  /** The type states so few digits that all of them count. */
  isExact: boolean;
  isMoney: boolean;
  isPercentage: boolean;
  /** The numbers come from a division, as averages do. */
  isQuotient: boolean;
}

/**
 * How many digits behind the point the numbers of one column have, so that 59.0 stands below 47.8: as many as the
 * longest has, unless its last ones are noise. A number for which these are too few has its own: 0.00012 below 5,000.
 */
export function alikeDigits(
  column: readonly NumberShape[],
  rules: DigitRules,
): (number: NumberShape) => number {
  let largest = 0;
  for (const { size } of column) if (size > largest) largest = size;
  const ordinary = column.filter(
    ({ size, written }) => written <= moneyDigits || size >= largest * tiny,
  );
  let longest = 0;
  for (const { written } of ordinary) if (written > longest) longest = written;
  if (!isNoisy(column, rules)) {
    const digits = rules.isMoney && longest > 0 ? Math.max(longest, moneyDigits) : longest;
    return ({ written }) => Math.max(digits, written);
  }
  const most = rules.isMoney || rules.isPercentage ? moneyDigits : digitsToCompare(column, largest);
  const digits = rules.isMoney ? most : digitsAfterRounding(ordinary, Math.min(longest, most));
  return ({ size, written, leadingZeros }) =>
    size > 0 && size < 10 ** -digits ? Math.min(written, leadingZeros + ofTiny) : digits;
}

function isNoisy(
  column: readonly NumberShape[],
  { isExact, isMoney, isQuotient }: DigitRules,
): boolean {
  if (isExact) return false;
  const clean = isMoney ? moneyDigits : isQuotient ? readableOfQuotient : readable;
  return column.some(({ written }) => written > clean);
}

function digitsToCompare(column: readonly NumberShape[], largest: number): number {
  const range = largest - column.reduce((least, { size }) => Math.min(least, size), largest);
  return Math.max(
    moneyDigits,
    ofLargest - digitsOf(largest),
    Math.min(readable, range > 0 ? ofRange - digitsOf(range) : 0),
  );
}

/** Digits before the point: 3 for 412, 0 for 0.4, -1 for 0.04. */
function digitsOf(number: number): number {
  return number > 0 ? Math.floor(Math.log10(number)) + 1 : 0;
}

/** 0.30000000000000004 needs one digit. */
function digitsAfterRounding(column: readonly NumberShape[], most: number): number {
  let digits = 0;
  for (const { size, written } of column)
    while (
      digits < Math.min(most, written) &&
      Number(size.toFixed(digits)) !== Number(size.toFixed(most))
    )
      digits += 1;
  return digits;
}
