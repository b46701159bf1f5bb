import type { Chart } from '../../answers/chart.ts';
import { headingsOf } from '../../answers/names/headingOf.ts';
import type { Texts } from '../../texts/texts.ts';
import { clipLine } from '../parts/plainText.ts';

const maxNameLength = 40;

/**
 * The chart with columns named as people write them, and with all names made safe to show: each on one line and short
 * enough to fit beside what it names.
 */
export function plainChart(chart: Chart, { chart: texts }: Texts): Chart {
  const { summedUp: { points, series: groups } = {} } = chart;
  const labels = chart.labels.map(plainName);
  const headingOf = headingsIn(chart);
  const series = chart.series.map((each) => ({
    ...each,
    name: plainName(each.name === each.column.name ? headingOf(each.name) : each.name),
  }));
  const lastSeries = series.at(-1);
  return {
    ...chart,
    category: plainName(headingOf(chart.category)),
    labels: points ? [...labels.slice(0, -1), texts.other({ count: points })] : labels,
    series:
      groups && lastSeries
        ? [...series.slice(0, -1), { ...lastSeries, name: texts.other({ count: groups }) }]
        : series,
  };
}

/** The columns' headings, by name. */
function headingsIn({ category, series }: Chart): (name: string) => string {
  const names = [...new Set([category, ...series.map(({ column }) => column.name)])];
  const headings = headingsOf(names);
  return (name) => headings[names.indexOf(name)] ?? name;
}

function plainName(name: string): string {
  return clipLine(name, maxNameLength);
}
