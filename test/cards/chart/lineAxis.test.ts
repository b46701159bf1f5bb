import { describe, expect, it } from 'vitest';
import { writeDates } from '../../../src/answers/periods.ts';
import { lineAxis } from '../../../src/cards/chart/lineAxis.ts';

const count = <T>(length: number, make: (index: number) => T) =>
  Array.from({ length }, (_, i) => make(i));
const quarters = (length: number) =>
  count(length, (at) => `${2023 + Math.floor(at / 4)}-Q${1 + (at % 4)}`);
const months = (length: number, step = 1) =>
  count(length, (at) => new Date(Date.UTC(2024, at * step)).toISOString());
const days = (length: number, step = 1) =>
  count(length, (at) => new Date(Date.UTC(2026, 10, 3 + at * step)).toISOString());
const hours = (length: number) =>
  count(length, (at) => new Date(Date.UTC(2026, 10, 3, at)).toISOString());

function axisOf(labels: string[], times?: string[], locale = 'en-US', values?: (string | null)[]) {
  const chart = { kind: 'line' as const, category: 'hour', labels, notes: [] };
  const column = { name: 'n', type: 'INT' };
  const series = [{ name: 'n', column, values: values ?? labels.map(() => '1') }];
  const { x, ...others } = lineAxis({ ...chart, series, ...(times && { times }) }, locale);
  return { x: x.map((name) => String(name).replace(/[\u200B\u2060]/g, '')), raw: x, ...others };
}
const datesOf = (times: string[], locale?: string) =>
  axisOf(writeDates(times, locale ?? 'en-US'), times, locale);
const hidden = (length: number) => count(length, () => '');

describe('below a line in Teams', () => {
  it('names are whole where they fit', () => {
    expect(axisOf(['A', 'B', 'C'])).toMatchObject({ x: ['A', 'B', 'C'], marks: [] });
    expect(datesOf(months(3)).x).toEqual(['Jan 2024', 'Feb 2024', 'Mar 2024']);
  });

  it('quarters are shorter the more of them there are, and at last only some are named', () => {
    expect(axisOf(quarters(6)).x.join()).toBe('Q1 23,Q2 23,Q3 23,Q4 23,Q1 24,Q2 24');
    expect(axisOf(quarters(10))).toMatchObject({
      x: ['’23', 'Q2', 'Q3', 'Q4', '’24', 'Q2', 'Q3', 'Q4', '’25', 'Q2'],
      marks: ['2023-Q1', '2025-Q2'],
    });
    expect(axisOf(quarters(16))).toMatchObject({
      x: hidden(16),
      marks: ['2023-Q1', '2024-Q2', '2025-Q3', '2026-Q4'],
    });
  });

  it('months are letters of the reader’s language', () => {
    const letters = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];
    expect(datesOf(months(12))).toMatchObject({ x: letters, marks: ['Jan 2024', 'Dec 2024'] });
    const texts = months(12).map((time) => time.slice(0, 7));
    expect(axisOf(texts)).toMatchObject({ x: letters, marks: ['2024-01', '2024-12'] });
    expect(datesOf(months(12), 'es').x.join('')).toBe('EFMAMJJASOND');
    expect(datesOf(months(25))).toMatchObject({
      x: hidden(25),
      marks: ['Jan 2024', 'Sep 2024', 'May 2025', 'Jan 2026'],
    });
  });

  it('days, weeks, years and hours are short as well', () => {
    expect(datesOf(days(7)).x).toEqual(['11/3', '11/4', '11/5', '11/6', '11/7', '11/8', '11/9']);
    expect(datesOf(days(10)).x.join()).toBe('3,4,5,6,7,8,9,10,11,12');
    expect(datesOf(days(31)).marks).toEqual([
      'Nov 3, 2026',
      'Nov 13, 2026',
      'Nov 23, 2026',
      'Dec 3, 2026',
    ]);
    expect(datesOf(days(5, 7)).x).toEqual(['11/3', '11/10', '11/17', '11/24', '12/1']);
    expect(datesOf(months(5, 12)).x).toEqual(['2024', '2025', '2026', '2027', '2028']);
    expect(axisOf(count(20, (at) => String(2004 + at)))).toMatchObject({
      x: hidden(20),
      marks: ['2004', '2023'],
    });
    expect(datesOf(hours(5)).x).toEqual(['00:00', '01:00', '02:00', '03:00', '04:00']);
    expect(datesOf(hours(48)).x).toEqual(hidden(48));
  });

  it('many numbers are an axis of numbers, which says what they are', () => {
    expect(axisOf(count(24, String))).toMatchObject({ raw: count(24, Number), title: 'hour' });
  });

  it('dates at uneven distances stay at these', () => {
    const times = ['2026-01-03', '2026-01-09', '2026-08-01'].map((day) => `${day}T00:00:00.000Z`);
    expect(datesOf(times)).toMatchObject({
      x: ['2026-01-03', '2026-01-09', '2026-08-01'],
      marks: ['Jan 3, 2026', 'Aug 1, 2026'],
    });
  });

  it.each([
    [
      ['2026-01', '2026-02', '2026-03'],
      ['2026-01-01', '2026-02-01', '2026-03-01'],
    ],
    [
      ['2026-Q1', '2026-Q2', '2026-Q3'],
      ['2026-01-01', '2026-04-01', '2026-07-01'],
    ],
    [
      ['2026-W01', '2026-W02', '2027-W01'],
      ['2025-12-29', '2026-01-05', '2027-01-04'],
    ],
    [
      ['2024', '2025', '2026'],
      ['2024-01-01', '2025-01-01', '2026-01-01'],
    ],
  ])('%j are dates where a value is missing, since Teams would close the gap', (labels, dates) => {
    const values = ['1', null, '3'];
    const marks = [labels[0], labels[2]];
    expect(axisOf(labels, undefined, 'en-US', values)).toMatchObject({ x: dates, marks });
    const times = dates.map((day) => `${day}T00:00:00.000Z`);
    expect(axisOf(labels, times, 'en-US', values)).toMatchObject({ x: dates, marks });
  });

  it('a few long names are below the chart, where they can take several lines', () => {
    const names = ['Europe and Asia', 'North America', 'South America', 'Australia'];
    expect(axisOf(names)).toMatchObject({ x: hidden(4), marks: names });
  });

  it.each([12, 16, 40, 366])('%i points stay that many', (length) => {
    for (const { raw } of [axisOf(quarters(length)), datesOf(days(length)), datesOf(hours(length))])
      expect(new Set(raw).size).toBe(length);
  });
});
