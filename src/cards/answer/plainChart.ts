import type { Chart } from '../../answers/chart.ts';
import { clipLine } from '../parts/plainText.ts';

const maxNameLength = 40;

/** The chart with all names made safe to show, each on one line and short enough to fit beside what it names. */
export function plainChart(chart: Chart): Chart {
  return {
    ...chart,
    category: plainName(chart.category),
    labels: chart.labels.map(plainName),
    series: chart.series.map((series) => ({ ...series, name: plainName(series.name) })),
  };
}

function plainName(name: string): string {
  return clipLine(name, maxNameLength);
}
