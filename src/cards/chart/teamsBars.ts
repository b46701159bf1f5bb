import type { Chart } from '../../answers/chart.ts';
import type { TeamsChart } from '../parts/adaptiveCard.ts';
import { colorAt } from './colorAt.ts';
import { dateLabels } from './dateLabels.ts';
import { distinctNames } from './distinctNames.ts';
import { fitBelowBars } from './labelRoom.ts';
import { periodLabels } from './periodLabels.ts';
import { roundForChart } from './roundForChart.ts';

/** Longer names leave a phone no room for the bars beside them. */
const maxBeside = 24;
/** The same for either half of a name made of two. */
const maxInGroup = 14;
/** Teams writes numbers behind the bars as they are, and cuts off what is longer. */
const maxBehind = 3;

type Common = Pick<TeamsChart, 'title' | 'fallback'>;

/** Bars above their names if these can be read there, otherwise lying bars. */
export function teamsBars(chart: Chart, common: Common, locale: string): TeamsChart {
  const names = chart.kind === 'bar' ? namesBelow(chart, locale) : undefined;
  return names ? standingBars(chart, names, common) : lyingBars(chart, common);
}

function namesBelow({ labels, times }: Chart, locale: string): string[] | undefined {
  const shorter = times ? dateLabels(times, locale) : periodLabels(labels);
  return [labels, ...(shorter ?? [])].find(fitBelowBars);
}

function standingBars({ series }: Chart, names: string[], common: Common): TeamsChart {
  const x = distinctNames(names);
  const [first, ...others] = series.map(({ name, values }, index) => ({
    legend: name,
    color: colorAt(index),
    values: pointsOf(x, values),
  }));
  return others.length > 0 && first
    ? { type: 'Chart.VerticalBar.Grouped', ...common, data: [first, ...others] }
    : { type: 'Chart.VerticalBar', ...common, color: colorAt(0), data: first?.values ?? [] };
}

function lyingBars(chart: Chart, common: Common): TeamsChart {
  const { labels, series } = chart;
  const values = series.flatMap((each) => each.values).map((value) => roundForChart(value ?? '0'));
  const areShort = values.every((value) => String(value).length <= maxBehind);
  const names = distinctNames(labels, areShort ? undefined : maxBeside);
  return {
    type: 'Chart.HorizontalBar',
    ...common,
    color: colorAt(0),
    displayMode: areShort ? 'AbsoluteNoAxis' : 'AbsoluteWithAxis',
    data: series.length > 1 ? groupedRows(chart) : pointsOf(names, series[0]?.values ?? []),
  };
}

/** Teams has no groups of lying bars: each bar has a row, named after its point and its series. */
function groupedRows({ labels, series }: Chart) {
  const points = distinctNames(labels, maxInGroup);
  const groups = distinctNames(
    series.map(({ name }) => name),
    maxInGroup,
  );
  return points.flatMap((point, at) =>
    series.flatMap(({ values }, index) =>
      pointsOf([`${point} · ${groups[index]}`], [values[at] ?? null]).map((row) => ({
        ...row,
        color: colorAt(index),
      })),
    ),
  );
}

function pointsOf(names: readonly string[], values: readonly (string | null)[]) {
  return values.flatMap((value, index) =>
    value === null ? [] : [{ x: names[index] ?? '', y: roundForChart(value) }],
  );
}
