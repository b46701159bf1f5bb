import { describe, expect, it } from 'vitest';

interface Dated {
  lastAt: string;
}

const folder = '../../../../src/page/browser/side/list/';
const load = (name: string) => import(new URL(folder + name, import.meta.url).href);
const { groupByDay } = (await load('groupByDay.js')) as {
  groupByDay(chats: Dated[], now: Date): [string, Dated[]][];
};
const { describeDate } = (await load('describeDate.js')) as {
  describeDate(iso: string, locale: string, now: Date): { short: string; full: string } | undefined;
};

/** In the time zone of the machine, as a browser has it. */
const now = new Date(2026, 2, 30, 0, 30);
const at = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  new Date(year, month, day, hour, minute).toISOString();

const groupOf = (lastAt: string) => groupByDay([{ lastAt }], now)[0]?.[0];

describe('chats by their day', () => {
  it.each([
    ['now', at(2026, 2, 30, 0, 30), 'today'],
    ['by a clock that is ahead', at(2026, 3, 2), 'today'],
    ['an hour ago, before midnight', at(2026, 2, 29, 23, 30), 'yesterday'],
    // In Europe, this day has 23 hours.
    ['at the beginning of yesterday', at(2026, 2, 29), 'yesterday'],
    ['two days ago', at(2026, 2, 28, 23, 59), 'lastWeek'],
    ['seven days ago', at(2026, 2, 23), 'lastWeek'],
    ['eight days ago', at(2026, 2, 22, 23, 59), 'older'],
    ['at a time that nobody knows', 'unknown', 'older'],
  ])('are put where they belong: asked %s', (_, lastAt, group) => {
    expect(groupOf(lastAt)).toBe(group);
  });

  it('keep their order, and leave no group empty', () => {
    const chats = [at(2026, 2, 30), at(2026, 2, 29, 2), at(2026, 2, 29, 1), at(2025, 1, 1)];
    const groups = groupByDay(
      chats.map((lastAt) => ({ lastAt })),
      now,
    );
    expect(groups.map(([name, members]) => [name, members.map(({ lastAt }) => lastAt)])).toEqual([
      ['today', [chats[0]]],
      ['yesterday', [chats[1], chats[2]]],
      ['older', [chats[3]]],
    ]);
  });
});

describe('the date of a chat', () => {
  it.each([
    [at(2026, 2, 30, 0, 5), 'de', '00:05'],
    [at(2026, 2, 29, 18, 5), 'de', '18:05'],
    [at(2026, 2, 26, 18, 5), 'de', 'Donnerstag'],
    [at(2026, 2, 2), 'fr', '2 mars'],
    [at(2025, 11, 31), 'ja', '2025年12月31日'],
    [at(2025, 11, 31), 'not a locale!', 'Dec 31, 2025'],
  ])('of %s is short for a reader of %s', (iso, locale, short) => {
    expect(describeDate(iso, locale, now)?.short).toBe(short);
  });

  it('is there in full, too, and not at all where nobody knows it', () => {
    expect(describeDate(at(2026, 2, 29, 18, 5), 'de', now)?.full).toMatch(
      /^Sonntag, 29\. März 2026 um 18:05/,
    );
    expect(describeDate('unknown', 'de', now)).toBeUndefined();
  });
});
