/** The words of a column's name or a title, in lower case: `avgPriceEUR` and `avg_price_eur` are alike, `%` is a word. */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('%', ' percent ')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}
