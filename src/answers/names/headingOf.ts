import { headingWords } from './headingWords.ts';
import { spellWord } from './spellWord.ts';

/** Unity Catalog's limit. What is longer is no name but an expression. */
const longestName = 255;
const quoted = /^(["'`])([^"'`]+)\1$/;
/** What has anything else in it, such as a blank, was written for people, or is an expression. */
const plainName = /^[\p{L}\p{M}\p{N}_$%]+$/u;
const qualifiedName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)+$/u;
const aggregate = /^(sum|avg|mean|median|min|max|count)\(\s*(distinct\s+)?([^()\s]+)\s*\)$/i;
/** `count(*)` counts rows. */
const anything = /^(?:\*|\d+)$/;

const aggregates: Readonly<Record<string, string>> = {
  sum: 'Sum of',
  avg: 'Average',
  mean: 'Average',
  median: 'Median',
  min: 'Min',
  max: 'Max',
  count: 'Count of',
};

/**
 * A column's name as people write a heading: “Order count” for `order_count`, “Customer ID” for `customerId`. What was
 * written for people stays as it is, and so does what isn't certain: a heading is never another name.
 */
export function headingOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length > longestName) return trimmed;
  const bare = quoted.exec(trimmed)?.[2]?.trim() ?? trimmed;
  if (plainName.test(bare)) return writeHeading(bare);
  if (qualifiedName.test(bare)) return writeHeading(withoutPath(bare));
  return aggregateHeading(bare) ?? bare;
}

/**
 * The headings of columns that are shown together. Where two names would have the same one, both stay as they are:
 * `unit_price` and `unitPrice` are two columns.
 */
export function headingsOf(names: readonly string[]): string[] {
  const headings = names.map(headingOf);
  return headings.map((heading, at) => {
    const isShared = headings.some(
      (other, index) => names[index] !== names[at] && isAlike(other, heading),
    );
    return isShared ? (names[at] ?? heading) : heading;
  });
}

const isAlike = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function writeHeading(name: string): string {
  const words = headingWords(name);
  // `_1` and `2024_01` have no words to write better.
  if (!words.some((word) => /\p{L}/u.test(word))) return name;
  return capitalized(words.map((word) => spellWord(word, words)).join(' '));
}

/** `o.amount` is the amount, `customer.name` the customer's name; a catalog and a schema say nothing to people. */
function withoutPath(name: string): string {
  const [table = '', column = ''] = name.split('.').slice(-2);
  return table.length > 2 ? `${table}_${column}` : column;
}

/** `SUM(amount)`, as Databricks names a column that the query doesn't. */
function aggregateHeading(name: string): string | undefined {
  const [, verb = '', distinct, column = ''] = aggregate.exec(name) ?? [];
  const words = aggregates[verb.toLowerCase()];
  if (words === undefined) return undefined;
  if (anything.test(column)) return verb.toLowerCase() === 'count' ? 'Count' : undefined;
  if (!plainName.test(column) && !qualifiedName.test(column)) return undefined;
  return `${words}${distinct ? ' distinct' : ''} ${uncapitalized(headingOf(column))}`;
}

/** The first letter is a capital, except where the second is one: iPhone, pH. */
function capitalized(text: string): string {
  const [first = ''] = text;
  const capital = first.toUpperCase();
  if (/^\p{Ll}\p{Lu}/u.test(text) || capital.length !== first.length) return text;
  return capital + text.slice(first.length);
}

/** Within a sentence; `ID` and `EMEA` keep their capitals. */
function uncapitalized(text: string): string {
  return /^\p{Lu}\p{Ll}*(?: |$)/u.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;
}
