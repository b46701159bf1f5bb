import type { Chart } from '../../answers/chart.ts';
import { dateLabels } from './dateLabels.ts';
import { distinctNames, hiddenNames } from './distinctNames.ts';
import { fitBelowLine } from './labelRoom.ts';
import { periodLabels } from './periodLabels.ts';
import { readPeriod, startOf } from './readPeriod.ts';

const maxMarks = 5;

export interface LineAxis {
  /** The points: numbers and dates (`2026-01-31`) are placed by their distances, names side by side. */
  x: (string | number)[];
  /** Says what the numbers are. */
  title?: string;
  /** What stands below the chart, from its left end to its right, where `x` can't say it all. */
  marks: string[];
}

/**
 * The axis below a line in Teams, as it can be read on a phone: the points' names, else shorter ones, else only some of
 * them, below the chart. Teams cuts off all names if there are too many of them, and so it does with dates.
 *
 * @param locale a BCP 47 tag
 */
export function lineAxis(chart: Chart, locale: string): LineAxis {
  const { labels, times = periodTimes(labels) } = chart;
  const days = times?.map(withoutMidnight) ?? [];
  // Teams places names in the order in which it meets them, and none for what no line has.
  const hasGap = chart.series[0]?.values.includes(null) === true;
  if (hasGap && days.length > 0 && days.every(isDay)) return { x: days, marks: endsOf(labels) };
  if (chart.times) return timeAxis(labels, chart.times, locale);
  if (fitBelowLine(labels)) return { x: distinctNames(labels), marks: [] };
  if (labels.every((label) => /^\d{1,3}$/.test(label)))
    return { x: labels.map(Number), title: chart.category, marks: [] };
  const [withYear, yearOnce] = periodLabels(labels);
  if (withYear === undefined) return categoryAxis(labels);
  if (fitBelowLine(withYear)) return { x: distinctNames(withYear), marks: [] };
  const isMonthly = labels.every((label) => readPeriod(label)?.unit === 'month');
  return firstToFit([yearOnce, ...((isMonthly && dateLabels(times ?? [], locale)) || [])], labels);
}

/** There is room for a few long names below the chart, where they can take several lines. */
function categoryAxis(labels: readonly string[]): LineAxis {
  return labels.length <= maxMarks
    ? { x: hiddenNames(labels.length), marks: [...labels] }
    : { x: distinctNames(labels), marks: [] };
}

/** When the periods begin, if all of them are some. */
function periodTimes(labels: readonly string[]): string[] | undefined {
  const periods = labels.map(readPeriod).filter((period) => period !== undefined);
  return periods.length < labels.length ? undefined : periods.map(startOf);
}

function timeAxis(labels: readonly string[], times: readonly string[], locale: string): LineAxis {
  const shorter = dateLabels(times, locale);
  const days = times.map(withoutMidnight);
  if (shorter === undefined && days.every(isDay)) return { x: days, marks: endsOf(labels) };
  if (fitBelowLine(labels)) return { x: distinctNames(labels), marks: [] };
  return firstToFit(shorter ?? [], labels);
}

function firstToFit(
  candidates: readonly (string[] | undefined)[],
  labels: readonly string[],
): LineAxis {
  const fitting = candidates.find((names) => names && fitBelowLine(names));
  if (fitting) return { x: distinctNames(fitting), marks: endsOf(labels) };
  return { x: hiddenNames(labels.length), marks: evenlyFrom(labels) };
}

function endsOf(labels: readonly string[]): string[] {
  return [labels.at(0) ?? '', labels.at(-1) ?? ''];
}

/** The names at the ends and, if there are points in the middle or at the thirds, of these. */
function evenlyFrom(labels: readonly string[]): string[] {
  const last = labels.length - 1;
  const gaps = [3, 2].find((count) => last % count === 0) ?? 1;
  return labels.filter((_, index) => index % (last / gaps) === 0);
}

function isDay(time: string): boolean {
  return time.length === 'yyyy-mm-dd'.length;
}

function withoutMidnight(time: string): string {
  return time.replace(/T00:00:00(?:\.000)?Z$/, '');
}
