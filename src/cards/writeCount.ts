const format = new Intl.NumberFormat('en-US');

/** A count with thousands separators, as in the English sentences of the cards. */
export function writeCount(count: number): string {
  return format.format(count);
}
