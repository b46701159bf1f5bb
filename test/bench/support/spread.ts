/** The value below which `share` (0 to 1) of the values lie: the nearest one that was measured. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export const mean = (values: readonly number[]) => sum(values) / values.length;

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
