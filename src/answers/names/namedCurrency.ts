import { nameWords } from './nameWords.ts';

const codes =
  /^(?:usd|eur|gbp|chf|jpy|cny|inr|cad|aud|nzd|sgd|hkd|krw|sek|nok|dkk|pln|czk|huf|brl|mxn|zar|try|aed)$/;
/** Also ordinary words: `first_try` and `cad_files` don't mean money. */
const ambiguousCodes = /^(?:cad|try)$/;
const moneyWords =
  /^(?:revenue|sales|turnover|income|earnings|profit|margin|amount|cost|costs|price|value|spend|fee|fees|tax|total|salary|budget)$/;
/** `usd_rate` and `eur_share` aren't amounts of money. */
const noMoney = /^(?:rate|ratio|pct|percent|percentage|share|count|orders|quantity|id|code|per)$/;

/** The currency that a column's name gives for its amounts, as an ISO 4217 code; only if it is unmistakable. */
export function namedCurrency(name: string): string | undefined {
  const words = nameWords(name);
  const [currency, another] = words.filter((word) => codes.test(word));
  if (currency === undefined || another !== undefined) return undefined;
  if (words.some((word) => noMoney.test(word))) return undefined;
  if (ambiguousCodes.test(currency) && !words.some((word) => moneyWords.test(word)))
    return undefined;
  return currency.toUpperCase();
}
