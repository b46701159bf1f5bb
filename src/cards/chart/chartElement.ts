import type { Chart } from '../../answers/chart.ts';
import type { Texts } from '../../texts/texts.ts';
import type { CardElement, TeamsChart } from '../parts/adaptiveCard.ts';
import type { CardChannel } from '../parts/outgoingMessage.ts';
import type { Reader } from '../parts/reader.ts';
import { noteText } from '../parts/richText.ts';
import { axisMarks } from './axisMarks.ts';
import { colorAt } from './colorAt.ts';
import { distinctNames } from './distinctNames.ts';
import { type LineAxis, lineAxis } from './lineAxis.ts';
import { roundForChart } from './roundForChart.ts';
import { teamsBars } from './teamsBars.ts';

/** Draws a chart as a picture, a `data:` URI; `undefined` if that failed. */
export type DrawChart = (chart: Chart, locale?: string) => `data:${string}` | undefined;

export interface ChartWords {
  /** What a screen reader says. */
  altText: string;
  /** The key figures, for clients that show no chart. */
  figures: string;
}

/** Whether a channel shows the chart correctly. Teams leaves out bars below zero, as if there were none. */
export function canDraw({ kind, series }: Chart, channel: CardChannel): boolean {
  const hasBars = kind === 'bar' || kind === 'horizontal-bar';
  if (channel !== 'teams' || !hasBars) return true;
  return series.every(({ values }) => values.every((value) => Number(value) >= 0));
}

/**
 * A chart that Teams draws itself, with what its axis can't say below it. Older Teams versions on phones can't draw;
 * they get the figures in words and the table.
 */
export function teamsChart(
  chart: Chart,
  { altText, figures }: ChartWords,
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
): CardElement[] {
  const common = { title: altText, fallback: noteText(fallbackWords(figures, texts)) };
  switch (chart.kind) {
    case 'line': {
      const axis = lineAxis(chart, locale);
      return [teamsLine(chart, axis, common), ...axisMarks(axis.marks)];
    }
    case 'bar':
    case 'horizontal-bar':
      return [teamsBars(chart, common, locale)];
    case 'donut':
      return [teamsDonut(chart, common)];
  }
}

type Common = Pick<TeamsChart, 'title' | 'fallback'>;

function teamsLine({ series }: Chart, { x, title }: LineAxis, common: Common): TeamsChart {
  return {
    type: 'Chart.Line',
    ...common,
    ...(title && { xAxisTitle: title }),
    data: series.map(({ name, values }, index) => ({
      legend: name,
      color: colorAt(index),
      values: values.flatMap((value, at) =>
        value === null ? [] : [{ x: x[at] ?? '', y: roundForChart(value) }],
      ),
    })),
  };
}

function teamsDonut({ labels, series: [only] }: Chart, common: Common): TeamsChart {
  const names = distinctNames(labels);
  return {
    type: 'Chart.Donut',
    ...common,
    data: names.map((legend, index) => ({
      legend,
      value: roundForChart(only?.values[index] ?? '0'),
      color: colorAt(index),
    })),
  };
}

function fallbackWords(figures: string, { chart }: Texts): string {
  return figures === '' ? chart.notDrawn : chart.notDrawnFigures({ figures });
}
