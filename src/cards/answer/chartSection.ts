import type { AnswerTable } from '../../answers/answer.ts';
import type { Chart } from '../../answers/chart.ts';
import { chooseChart } from '../../answers/chooseChart.ts';
import { inZone } from '../../answers/inZone.ts';
import { thinLines } from '../../answers/trimChart.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { clipLine } from '../parts/plainText.ts';
import { noteText } from '../parts/richText.ts';
import { genieChart } from '../source/genieChart.ts';
import { canDraw, teamsChart } from './chartElement.ts';
import { chartAltText, chartFigures } from './chartWords.ts';
import { plainChart } from './plainChart.ts';
import type { SectionView } from './view.ts';

const maxWordsLength = 600;

export interface ChartContent {
  /** The chart with its figures in words; empty if there is none. */
  elements: CardElement[];
  /** The note that a chart had to be left out. It goes below the rows. */
  missing: CardElement[];
}

const noChart: ChartContent = { elements: [], missing: [] };

/** The chart of a table, Genie's own if it fits and no other is wished for, or a note that there is no room for it. */
export function chartContent(table: AnswerTable, view: SectionView): ChartContent {
  const { charts, channel, limits, locale, index } = view;
  if (charts === undefined || (channel === 'webchat' && charts.draw === undefined)) return noChart;
  const options = locale ? { locale } : {};
  const wish = charts.wish === 'table' ? undefined : charts.wish;
  const local = inZone(table, view.timeZone);
  const chosen = (wish && chooseChart(local, { ...options, wish })) ?? chooseChart(local, options);
  if (chosen === undefined || !canDraw(chosen, channel)) {
    const picture = genieChart(table, view);
    return picture && index < limits.charts ? { elements: [picture], missing: [] } : noChart;
  }
  if (index >= limits.charts)
    return { elements: [], missing: [noteText('This message is too large for a chart.')] };
  const chart = plainChart(chosen);
  const figures = clipLine(chartFigures(chart, locale), maxWordsLength);
  const drawn = thinLines(chart, limits.chartPoints);
  const altText = clipLine(chartAltText(drawn, figures), maxWordsLength);
  const genies = wish === undefined ? genieChart(table, view, altText) : undefined;
  const element = genies ?? drawnElement(drawn, altText, view);
  if (element === undefined) return noChart;
  return { elements: [element, ...[figures, ...drawn.notes].map(noteText)], missing: [] };
}

/** Whether the chart is shown first: a trend is best read from a line, a ranking from its rows, unless Genie drew one. */
export function isChartFirst(table: AnswerTable, { charts, locale, from }: SectionView): boolean {
  if (from !== undefined || charts?.wish === 'table') return false;
  return (
    charts?.wish !== undefined ||
    table.genieChart !== undefined ||
    chooseChart(table, locale ? { locale } : {})?.kind === 'line'
  );
}

/** A chart that Teams draws itself; a picture for other channels. */
function drawnElement(
  chart: Chart,
  altText: string,
  { channel, charts, locale }: SectionView,
): CardElement | undefined {
  if (channel === 'teams') return teamsChart(chart, altText);
  const url = charts?.draw?.(chart, locale);
  return url && { type: 'Image', url, altText };
}
