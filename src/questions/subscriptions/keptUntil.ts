const dayMs = 24 * 3_600_000;

/** When a subscription expires that nobody looks at (ms since 1970): a year after it was due. */
export function keptUntil(dueAt: number): number {
  return dueAt + 366 * dayMs;
}
