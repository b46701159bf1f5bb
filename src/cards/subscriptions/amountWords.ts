import type { Reader } from '../parts/reader.ts';

/** A number as the reader writes it, with the digits worth comparing. */
export function amountWords(
  amount: number,
  { locale }: Pick<Reader, 'locale'>,
  signDisplay: 'auto' | 'exceptZero' = 'auto',
): string {
  const digits =
    Math.abs(amount) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, { useGrouping: 'always', signDisplay, ...digits }).format(
    amount,
  );
}

/** 12.5 as `12.5 %`, the way the reader writes it. */
export function percentWords(
  percent: number,
  { locale }: Pick<Reader, 'locale'>,
  signDisplay: 'auto' | 'exceptZero' = 'auto',
): string {
  const style = { style: 'percent', maximumFractionDigits: 1, useGrouping: 'always' } as const;
  return new Intl.NumberFormat(locale, { ...style, signDisplay }).format(percent / 100);
}
