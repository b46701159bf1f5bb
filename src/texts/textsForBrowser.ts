import type { Texts } from './texts.ts';
import { speaks, textsFor } from './textsFor.ts';

/** Longer than any browser's. */
const maxLength = 500;

/**
 * The texts for a person whose browser names the languages they read.
 *
 * @param acceptLanguage the header: `de-CH, fr;q=0.8`
 * @param defaultLocale whose language is spoken to readers of all others
 */
export function textsForBrowser(acceptLanguage: string | null, defaultLocale: string): Texts {
  const wishes = (acceptLanguage ?? '').slice(0, maxLength).split(',').map(readWish);
  const liked = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return textsFor(liked.find(({ locale }) => speaks(locale))?.locale, defaultLocale);
}

function readWish(wish: string): { locale: string; weight: number } {
  const [locale = '', ...parameters] = wish.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { locale, weight: Number(weight) || 0 };
}
