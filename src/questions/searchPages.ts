import type { Clock } from '../common/clock.ts';
import type { Page } from './ports.ts';

export interface Search<F> {
  found?: F;
  /** Whether the list has no other place where it could be. */
  isComplete: boolean;
}

interface SearchOptions<T> {
  idOf(item: T): string;
  /** Milliseconds since 1970. */
  createdAt(item: T): number | undefined;
  /** What is searched for isn't older (ms since 1970). */
  since: number;
  /** When to give up (ms since 1970). */
  until: number;
  clock: Pick<Clock, 'now'>;
}

/** In order of time by chance: out of the question for so many. */
const orderedItems = 100;
const clearlyOlderMs = 10 * 60_000;

/** A list that brings nothing new for so many pages isn't read to its end. */
const mostIdlePages = 50;

/**
 * Looks through a list of Genie's, page by page. Its order isn't documented, so it is read to the end; only if it has
 * proven to be newest first, up to where everything is clearly older.
 *
 * @param look gets the items that weren't on an earlier page
 */
export async function searchPages<T, F>(
  read: (page: string | undefined) => Promise<Page<T>>,
  look: (items: T[]) => Promise<F | undefined>,
  { idOf, createdAt, since, until, clock }: SearchOptions<T>,
): Promise<Search<F>> {
  const seen = new Set<string>();
  const isPast = watchOrder(since - clearlyOlderMs);
  let page: string | undefined;
  for (let idle = 0; idle < mostIdlePages && clock.now() < until; ) {
    const { items, nextPage } = await read(page);
    const fresh = items.filter((item) => !seen.has(idOf(item)));
    for (const item of fresh) seen.add(idOf(item));
    const found = await look(fresh);
    if (found !== undefined) return { found, isComplete: true };
    if (nextPage === undefined || isPast(fresh.map(createdAt))) return { isComplete: true };
    idle = fresh.length === 0 ? idle + 1 : 0;
    // It would go round in circles.
    if (idle > 0 && nextPage === page) break;
    page = nextPage;
  }
  return { isComplete: false };
}

/** Whether all that is still to come is older than `time`, going by the times of the items page by page. */
function watchOrder(time: number): (times: readonly (number | undefined)[]) => boolean {
  let count = 0;
  let last = Number.POSITIVE_INFINITY;
  let isNewestFirst = true;
  return (times) => {
    for (const at of times) {
      if (at === undefined || at > last) isNewestFirst = false;
      else last = at;
    }
    count += times.length;
    return isNewestFirst && count >= orderedItems && last < time;
  };
}
