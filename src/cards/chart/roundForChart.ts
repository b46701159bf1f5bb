/** As many digits as the eye can tell apart; `0.1 + 0.2` adds none. */
export function roundForChart(value: string): number {
  return Number(Number(value).toPrecision(9));
}
