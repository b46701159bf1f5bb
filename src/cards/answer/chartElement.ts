import type { Chart } from '../../answers/chart.ts';
import type { ChartPoint, TeamsChart } from '../parts/adaptiveCard.ts';
import type { CardChannel } from '../parts/outgoingMessage.ts';
import { noteText } from '../parts/richText.ts';
import { periodLabels } from './periodLabels.ts';

/** Draws a chart as a picture, a `data:` URI; `undefined` if that failed. */
export type DrawChart = (chart: Chart, locale?: string) => `data:${string}` | undefined;

/** Series differ by hue rather than by shade; bars of one series share a color. */
const colorSet = 'categorical';
const color = 'categoricalBlue';

/** Whether a channel shows the chart correctly. Teams leaves out bars below zero, as if there were none. */
export function canDraw({ kind, series }: Chart, channel: CardChannel): boolean {
  const hasBars = kind === 'bar' || kind === 'horizontal-bar';
  if (channel !== 'teams' || !hasBars) return true;
  return series.every(({ values }) => values.every((value) => Number(value) >= 0));
}

/**
 * A chart that Teams draws itself. Older Teams versions on phones can't; they get the figures in words and the table.
 *
 * @param altText what a screen reader says
 */
export function teamsChart(chart: Chart, altText: string): TeamsChart {
  const common = {
    title: altText,
    fallback: noteText('This app can’t show charts. See the table for the numbers.'),
  };
  const { kind, series } = chart;
  const lines = series.map(({ name, values }) => ({
    legend: name,
    values: pointsOf(chart, values),
  }));
  const [first] = lines;
  const points = first?.values ?? [];
  switch (kind) {
    case 'line':
      return {
        type: 'Chart.Line',
        ...common,
        // Alone, a line is drawn like bars are; the first color of the set would be red.
        ...(lines.length > 1 ? { colorSet } : { color }),
        data: lines,
      };
    case 'horizontal-bar':
      return {
        type: 'Chart.HorizontalBar',
        ...common,
        color,
        displayMode: 'AbsoluteWithAxis',
        data: points,
      };
    case 'bar':
      return series.length > 1
        ? { type: 'Chart.VerticalBar.Grouped', ...common, colorSet, data: lines }
        : {
            type: 'Chart.VerticalBar',
            ...common,
            color,
            data: points,
          };
    case 'donut':
      return {
        type: 'Chart.Donut',
        ...common,
        colorSet,
        data: points.map(({ x, y }) => ({ legend: x, value: y })),
      };
  }
}

function pointsOf(
  { kind, labels, times }: Chart,
  values: readonly (string | null)[],
): ChartPoint[] {
  const names = kind === 'line' && times ? times.map(withoutMidnight) : periodLabels(labels);
  return values.flatMap((value, index) =>
    value === null ? [] : [{ x: names[index] ?? '', y: roundForChart(value) }],
  );
}

/** As many digits as the eye can tell apart; `0.1 + 0.2` adds none. */
function roundForChart(value: string): number {
  return Number(Number(value).toPrecision(9));
}

function withoutMidnight(time: string): string {
  return time.replace(/T00:00:00(?:\.000)?Z$/, '');
}
