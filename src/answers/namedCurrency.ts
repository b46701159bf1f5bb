import { nameWords } from './nameWords.ts';

const codes =
  /^(?:usd|eur|gbp|chf|jpy|cny|inr|cad|aud|nzd|sgd|hkd|krw|sek|nok|dkk|pln|czk|huf|brl|mxn|zar|try|aed)$/;
/** `usd_rate` and `eur_share` are no amounts of money. */
const noMoney = /^(?:rate|ratio|pct|percent|percentage|share|count|orders|quantity|id|code|per)$/;

/** The currency that a column's name says its amounts are in, as an ISO 4217 code; only where it is plain. */
export function namedCurrency(name: string): string | undefined {
  const words = nameWords(name);
  const [currency, another] = words.filter((word) => codes.test(word));
  if (currency === undefined || another !== undefined) return undefined;
  return words.some((word) => noMoney.test(word)) ? undefined : currency.toUpperCase();
}
