import type { Chart } from '../../answers/chart.ts';
import type { Texts } from '../../texts/texts.ts';
import { clipLine } from '../parts/plainText.ts';

const maxNameLength = 40;

/** The chart with all names made safe to show, each on one line and short enough to fit beside what it names. */
export function plainChart(chart: Chart, { chart: texts }: Texts): Chart {
  const { summedUp: { points, series: groups } = {} } = chart;
  const labels = chart.labels.map(plainName);
  const series = chart.series.map((each) => ({ ...each, name: plainName(each.name) }));
  const lastSeries = series.at(-1);
  return {
    ...chart,
    category: plainName(chart.category),
    labels: points ? [...labels.slice(0, -1), texts.other({ count: points })] : labels,
    series:
      groups && lastSeries
        ? [...series.slice(0, -1), { ...lastSeries, name: texts.other({ count: groups }) }]
        : series,
  };
}

function plainName(name: string): string {
  return clipLine(name, maxNameLength);
}
