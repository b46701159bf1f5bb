export interface Period {
  year: number;
  unit: 'year' | 'quarter' | 'month' | 'week';
  /** Which one of its year, from 1; a year is its own first. */
  number: number;
}

/** `2026`, `2026-Q1`, `2026 W07`, `2026-01`. */
const yearFirst = /^((?:19|20)\d\d)(?:[- ]?(?:Q([1-4])|W([0-5]?\d))|[-/](0[1-9]|1[0-2]))?$/;
/** `Q1 2026`, `W07-2026`, `01/2026`. */
const yearLast = /^(?:Q([1-4])[-/ ]?|W([0-5]?\d)[-/ ]?|(0[1-9]|1[0-2])[-/])((?:19|20)\d\d)$/;

/** The period that a text names, as SQL writes periods; `undefined` for all other texts. */
export function readPeriod(text: string): Period | undefined {
  const first = yearFirst.exec(text);
  const last = first ? undefined : yearLast.exec(text);
  const [year, quarter, week, month] = first
    ? [first[1], first[2], first[3], first[4]]
    : [last?.[4], last?.[1], last?.[2], last?.[3]];
  if (year === undefined) return undefined;
  const [unit, number] = quarter
    ? (['quarter', quarter] as const)
    : week
      ? (['week', week] as const)
      : month
        ? (['month', month] as const)
        : (['year', '1'] as const);
  return { year: Number(year), unit, number: Number(number) };
}

/** The first day of a period, an ISO time in UTC. Weeks begin on Mondays; the first has the year's fourth day. */
export function startOf({ year, unit, number }: Period): string {
  if (unit !== 'week') {
    const months = (number - 1) * (unit === 'quarter' ? 3 : 1);
    return new Date(Date.UTC(year, months)).toISOString();
  }
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (number - 1) * 7;
  return new Date(Date.UTC(year, 0, monday)).toISOString();
}
