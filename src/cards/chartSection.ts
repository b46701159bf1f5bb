import type { AnswerTable } from '../answers/answer.ts';
import type { Chart, ChartWish } from '../answers/chart.ts';
import { chooseChart } from '../answers/chooseChart.ts';
import { thinLines } from '../answers/trimChart.ts';
import type { CardElement } from './adaptiveCard.ts';
import { canDraw, type DrawChart, teamsChart } from './chartElement.ts';
import { chartAltText, chartFigures } from './chartWords.ts';
import { plainChart } from './plainChart.ts';
import { clipLine } from './plainText.ts';
import { noteText } from './richText.ts';
import type { SectionView } from './tableSection.ts';

const maxWordsLength = 600;

/** How charts are shown. */
export interface ChartView {
  /** What the asker wants to see; without it the data's shape decides. */
  wish?: ChartWish;
  /** Draws for channels that draw no charts themselves; without it they show none. */
  draw?: DrawChart;
}

/** The chart of a table with its figures in words, or why there is none; nothing where no chart fits the table. */
export function chartElements(table: AnswerTable, view: SectionView): CardElement[] {
  const { charts, channel, limits, locale, index } = view;
  if (charts === undefined || (channel === 'webchat' && charts.draw === undefined)) return [];
  const options = locale ? { locale } : {};
  const wish = charts.wish === 'table' ? undefined : charts.wish;
  const chosen = (wish && chooseChart(table, { ...options, wish })) ?? chooseChart(table, options);
  if (chosen === undefined || !canDraw(chosen, channel)) return [];
  if (index >= limits.charts) return [noteText('There is no room for a chart in this message.')];
  const chart = plainChart(chosen);
  const figures = clipLine(chartFigures(chart, locale), maxWordsLength);
  const drawn = thinLines(chart, limits.chartPoints);
  const element = drawnElement(drawn, figures, view);
  return element ? [element, ...[figures, ...drawn.notes].map(noteText)] : [];
}

/** Whether the chart is seen first: a course over time is read from a line, a ranking from its rows. */
export function isChartFirst(table: AnswerTable, { charts, locale, from }: SectionView): boolean {
  if (from !== undefined || charts?.wish === 'table') return false;
  return (
    charts?.wish !== undefined || chooseChart(table, locale ? { locale } : {})?.kind === 'line'
  );
}

/** A chart that Teams draws itself, for other channels a picture. */
function drawnElement(
  chart: Chart,
  figures: string,
  { channel, charts, locale }: SectionView,
): CardElement | undefined {
  const altText = clipLine(chartAltText(chart, figures), maxWordsLength);
  if (channel === 'teams') return teamsChart(chart, altText);
  const url = charts?.draw?.(chart, locale);
  return url && { type: 'Image', url, altText };
}
