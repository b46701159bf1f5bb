/**
 * A wire timestamp as milliseconds since 1970. The unit is not documented and samples show both: what would lie before
 * September 2001 as milliseconds is seconds.
 */
export function toMillis(timestamp: number | undefined): number | undefined {
  if (timestamp === undefined || timestamp <= 0) return undefined;
  return timestamp < 1e12 ? timestamp * 1000 : timestamp;
}
