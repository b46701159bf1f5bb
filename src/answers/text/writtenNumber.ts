import type { WrittenNumbers } from '../answer.ts';

/** A number as a person or a model wrote it. */
export interface WrittenNumber {
  isNegative: boolean;
  /** A currency or the percent sign; empty if there is none. */
  unit: string;
  /** Digits, with whatever parts them. */
  digits: string;
}

type Point = NonNullable<WrittenNumbers['point']>;

/** No amount has more digits; what does is a key. */
const longest = 40;
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** The sign can be before or behind the currency. */
const pattern =
  /^([-+−]?)(\p{Sc}|(?:US|CA|AU|NZ|HK|R|A|C|S)\$|[A-Z]{3}(?=[ \u00A0\u202F\d]))?[ \u00A0\u202F]?([-+−]?)(\d[\d.,'’ \u00A0\u202F]*)(%|\p{Sc}|[A-Z]{3}|)$/u;
const blanks = /[ \u00A0\u202F]/;
/** `1,204,331`, `12,04,331`, `1 204 331`; only one kind of sign parts the groups. */
const groups = /^\d{1,3}(?:([.,'’ \u00A0\u202F])\d{2,3})(?:\1\d{2,3})*(?<=\1\d{3})$/;

/** Reads one number written for people; `undefined` for anything else, such as `$3M` or `(5)`. */
export function readWrittenNumber(text: string): WrittenNumber | undefined {
  if (text.length > longest) return undefined;
  const [, sign = '', before = '', later = '', number = '', behind = ''] =
    pattern.exec(text.trim()) ?? [];
  const digits = number.trim();
  const [signs, unit] = [sign + later, before || behind];
  if (!isNumber(digits) || signs.length > 1 || (before && behind)) return undefined;
  // `INV 1001` is a key, and `+49 170 123` a telephone number.
  if (/^[A-Z]{3}$/.test(unit) && !currencies.has(unit)) return undefined;
  if (signs === '+' && blanks.test(digits)) return undefined;
  return { isNegative: /[-−]/.test(signs), unit, digits };
}

/**
 * The sign before the fractions that certain of these numbers can only have: `1,204.5`, `0.12`, `12.5` and `1,204,331`
 * are clear, `1.204` is not, unless it's money, which has no thousandths. `undefined` if none is clear, or two of them
 * say different things.
 */
export function findPoint(numbers: readonly WrittenNumber[]): Point | undefined {
  const points = new Set(numbers.map(pointOf).filter((point) => point !== undefined));
  return points.size === 1 ? [...points][0] : undefined;
}

/** Whether a number says the same whatever stands before its fractions. */
export function isClear({ digits }: WrittenNumber): boolean {
  return !/[.,]/.test(digits);
}

/** The number as machines write it; `undefined` if it can't be written with this sign before the fractions. */
export function toPlainNumber(
  { isNegative, digits }: WrittenNumber,
  point: Point | undefined,
): string | undefined {
  const [whole = '', fraction, ...others] = point ? digits.split(point) : [digits];
  if (others.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  if (!isWhole(whole)) return undefined;
  const value = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return `${isNegative ? '-' : ''}${value}${fraction === undefined ? '' : `.${fraction}`}`;
}

function isNumber(digits: string): boolean {
  if (isWhole(digits)) return true;
  const [whole = '', fraction, ...others] = digits.split(/[.,](?=\d+$)/);
  return isWhole(whole) && fraction !== undefined && others.length === 0;
}

function isWhole(digits: string): boolean {
  return /^\d+$/.test(digits) || groups.test(digits);
}

function pointOf({ digits, unit }: WrittenNumber): Point | undefined {
  const signs = digits.match(/[.,]/g) ?? [];
  const [first, last] = [signs[0], signs.at(-1)] as [Point | undefined, Point | undefined];
  if (first === undefined || last === undefined) return undefined;
  if (first !== last) return last;
  const other = first === '.' ? ',' : '.';
  if (signs.length > 1) return other;
  const [whole = '', fraction = ''] = digits.split(first);
  if (fraction.length !== 3 || blanks.test(whole) || /['’]/.test(whole)) return first;
  if (whole.length > 3 || whole.startsWith('0')) return first;
  return unit !== '' && unit !== '%' ? other : undefined;
}
