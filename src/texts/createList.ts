/** Between their own words and others, these have a space. */
const spacesOthers: ReadonlySet<string> = new Set(['zh']);

/** Writes lists in a language: `a, b, and c`. In Chinese, `orders 和 customers` has spaces that `订单和客户` hasn't. */
export function createList(language: string): (items: readonly string[]) => string {
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  if (!spacesOthers.has(language.split('-')[0] ?? '')) return (items) => lists.format(items);
  return (items) =>
    lists
      .formatToParts(items)
      .map(({ type, value }, at, parts) =>
        type === 'literal' && /^\p{L}/u.test(value)
          ? gap(parts[at - 1]?.value.at(-1)) + value + gap(parts[at + 1]?.value[0])
          : value,
      )
      .join('');
}

/** Beside a letter or a figure that isn't Chinese. */
function gap(neighbor = ''): string {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d_`]/u.test(neighbor) ? ' ' : '';
}
