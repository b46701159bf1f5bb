import type { Reader } from '../parts/reader.ts';

/** 12.5 as `12.5 %`, the way the reader writes it. */
export function percentWords(
  percent: number,
  { locale }: Pick<Reader, 'locale'>,
  { signed = false } = {},
): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    useGrouping: 'always',
    signDisplay: signed ? 'exceptZero' : 'auto',
  }).format(percent / 100);
}
