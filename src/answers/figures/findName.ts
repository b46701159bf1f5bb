/**
 * The places of a name in a list. If it isn't there as it's written, those where it's written in another way: Genie calls
 * one column `total_revenue` today and `Total Revenue` tomorrow.
 */
export function findName(names: readonly (string | null)[], wanted: string): number[] {
  const exact = placesOf(names, (name) => name === wanted);
  if (exact.length > 0) return exact;
  const folded = fold(wanted);
  return folded === '' ? [] : placesOf(names, (name) => fold(name) === folded);
}

function placesOf(
  names: readonly (string | null)[],
  isWanted: (name: string) => boolean,
): number[] {
  return names.flatMap((name, at) => (isWanted(name ?? '') ? [at] : []));
}

function fold(name: string | null): string {
  return (name ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
    .trim();
}
