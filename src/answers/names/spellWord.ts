import { isEntity } from './entityWords.ts';
import { roleOf } from './wordRoles.ts';

/** As they are always written, each by its lower-case form. No ordinary word is among them: “net” isn't NET. */
const spelled: ReadonlyMap<string, string> = new Map(
  (
    'ID IDs UUID UUIDs GUID URL URLs URI API APIs SKU SKUs EAN UPC ISBN IBAN VAT ZIP PLZ KPI KPIs ROI ROAS CRM ERP SQL CSV PDF ' +
    'HTML HTTP HTTPS IoT IMEI VIN SSN EUR USD GBP CHF JPY CNY INR AUD NZD SGD HKD KRW SEK NOK DKK PLN CZK HUF BRL MXN ZAR AED ' +
    'YoY QoQ YTD MTD QTD LTV CLV CAC ARR MRR ARPU AOV NPS CSAT CTR CPC CPM GMV GDP EBIT EBITDA COGS SLA SLAs FTE FTEs ' +
    'UK EU USA UAE EMEA APAC LATAM B2B B2C CO2 kWh MWh GWh GB MB TB CPU GPU iOS'
  )
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['pct', '%'],
  ['cnt', 'count'],
  ['amt', 'amount'],
]);
/** `mom` is also a person, and `wow` an exclamation. */
const compared = /^(?:mom|wow|dod)$/;
const comparison = /^(?:growth|change|diff|difference|delta|pct|percent|rate)$/;
/** Quarters and halves of a year, and fiscal years. */
const periodCode = /^(?:q[1-4]|h[12]|fy(?:\d{2}|\d{4})?|cy\d{2,4})$/;
/** As long are words that might be short for something, in names that are capitals throughout: EMEA, DACH. */
const longestCode = 4;
const ordinary =
  /^(?:net|new|old|max|min|top|low|high|all|and|the|for|from|in|on|at|to|is|has|not|year|name|city|open|paid|due|end|start|size|rank|best|gross|avg|sold|cost|lost|won|date|time)$/;

/**
 * One word of a heading: acronyms and currencies in capitals, `pct` as the sign; anything else as it came, and small
 * where the whole name was in capitals.
 *
 * @param words all words of the name
 */
export function spellWord(word: string, words: readonly string[]): string {
  const small = word.toLowerCase();
  const known = spelled.get(small) ?? abbreviations.get(small);
  if (known !== undefined) return known;
  // `about_us` isn't about the United States.
  if (small === 'us' && word === words[0] && words.length > 1) return 'US';
  if (periodCode.test(small)) return word.toUpperCase();
  if (compared.test(small) && words.some((other) => comparison.test(other.toLowerCase())))
    return `${small.slice(0, 1).toUpperCase()}o${small.slice(2).toUpperCase()}`;
  const isShouted = words.every((other) => other === other.toUpperCase());
  return isShouted && !isCode(small) ? small : word;
}

/** Whether a short word in capitals is more likely to be an abbreviation than an ordinary word. */
function isCode(small: string): boolean {
  if (small.length > longestCode || ordinary.test(small)) return false;
  return roleOf(small) === undefined && !isEntity(small);
}
