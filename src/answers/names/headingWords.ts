/** `2024_01` in a name is a month, `2024_01_31` a day. */
const datedName =
  /(?<![\p{L}\p{N}])((?:19|20)\d{2})_(0[1-9]|1[0-2])(?:_(0[1-9]|[12]\d|3[01]))?(?![\p{L}\p{N}])/gu;
/** Also where capitals have come to stand inside of one word. */
const madeOfCapitals =
  /^(?:GitHub|GitLab|YouTube|LinkedIn|PayPal|WhatsApp|TikTok|SharePoint|OneDrive|PowerPoint|PowerBI|HubSpot|FedEx|DevOps|JavaScript|TypeScript|PostgreSQL|MySQL|BigQuery|OpenAI|ChatGPT|EBITDA)$/;

/**
 * The words of a column's name, as they are to be written but for their spelling: `totalRevenueUSD` is “total”,
 * “revenue”, “USD”. A capital that only parts words is made small; one that was typed after an underscore stays, since
 * `Revenue_Germany` has a name in it.
 */
export function headingWords(name: string): string[] {
  const parts = name
    .replace(datedName, (_, year, month, day) => [year, month, day].filter(Boolean).join('-'))
    .split('_')
    .filter((part) => part !== '');
  const isShouted = !/\p{Ll}/u.test(name) && /\p{Lu}/u.test(name);
  return parts.flatMap((part) => (isShouted ? [part] : partWords(part)));
}

function partWords(part: string): string[] {
  if (madeOfCapitals.test(part)) return [part];
  const [first = '', ...others] = part
    .replace(
      /(?<=\p{Ll}{2}|\p{N}\p{Ll}|^\p{Lu}\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{Lu}\p{Ll})/gu,
      '\n',
    )
    .replace(/(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu, '\n')
    .split('\n');
  return [first, ...others.map((word) => (isAcronym(word) ? word : word.toLowerCase()))];
}

/** `USD` in `totalRevenueUSD`, `B2B`, `IDs`; a single capital is the first letter of a word. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\d]+s?$/u.test(word);
}
