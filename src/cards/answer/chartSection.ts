import type { AnswerTable } from '../../answers/answer.ts';
import { inZone } from '../../answers/cells/inZone.ts';
import type { Chart } from '../../answers/chart.ts';
import { chooseChart } from '../../answers/chooseChart.ts';
import { thinLines } from '../../answers/trimChart.ts';
import { type ChartWords, canDraw, teamsChart } from '../chart/chartElement.ts';
import { chartNotes } from '../chart/chartNotes.ts';
import { chartAltText, chartFigures } from '../chart/chartWords.ts';
import { plainChart } from '../chart/plainChart.ts';
import type { CardElement } from '../parts/adaptiveCard.ts';
import { clipLine } from '../parts/plainText.ts';
import { noteText } from '../parts/richText.ts';
import { genieChart } from '../source/genieChart.ts';
import type { SectionView } from './view.ts';

const maxWordsLength = 600;

export interface ChartContent {
  /** The chart, with its figures in words where the answer doesn't say any; empty if there is none. */
  elements: CardElement[];
  /** The note that a chart had to be left out. It goes below the rows. */
  missing: CardElement[];
}

const noChart: ChartContent = { elements: [], missing: [] };

/** The chart of a table, Genie's own if it fits and no other is wished for, or a note that there is no room for it. */
export function chartContent(table: AnswerTable, view: SectionView): ChartContent {
  const { charts, channel, limits, texts, index } = view;
  if (charts === undefined || (channel === 'webchat' && charts.draw === undefined)) return noChart;
  const chosen = chosenChart(table, view);
  if (chosen === undefined || !canDraw(chosen, channel)) {
    const picture = genieChart(table, view);
    return picture && index < limits.charts ? { elements: [picture], missing: [] } : noChart;
  }
  if (index >= limits.charts) return { elements: [], missing: [noteText(texts.chart.tooLarge)] };
  return { elements: chartElements(chosen, table, view), missing: [] };
}

/** Whether the chart is shown first: a trend is best read from a line, a ranking from its rows, unless Genie drew one. */
export function isChartFirst(table: AnswerTable, { charts, locale, from }: SectionView): boolean {
  if (from !== undefined || charts?.wish === 'table') return false;
  return (
    charts?.wish !== undefined ||
    table.genieChart !== undefined ||
    chooseChart(table, { locale })?.kind === 'line'
  );
}

/** As the asker wants to see it, if that fits; its times by their clocks. */
function chosenChart(table: AnswerTable, { charts, locale, timeZone }: SectionView) {
  const local = inZone(table, timeZone);
  const wish = wishOf(charts);
  return (wish && chooseChart(local, { locale, wish })) ?? chooseChart(local, { locale });
}

function wishOf(charts: SectionView['charts']) {
  return charts?.wish === 'table' ? undefined : charts?.wish;
}

function chartElements(chosen: Chart, table: AnswerTable, view: SectionView): CardElement[] {
  const chart = plainChart(chosen, view.texts);
  const figures = clipLine(chartFigures(chart, view), maxWordsLength);
  const altText = clipLine(chartAltText(chart, figures, view), maxWordsLength);
  const genies = wishOf(view.charts) === undefined ? genieChart(table, view, altText) : undefined;
  const drawn = thinLines(chart, view.limits.chartPoints);
  const elements = genies ? [genies] : drawnElements(drawn, { altText, figures }, view);
  if (elements.length === 0) return [];
  const caption = view.isSummedUp ? [] : [figures];
  // Genie's own chart leaves out nothing that ours would.
  const notes = genies ? [] : chartNotes(drawn, view.texts);
  return [...elements, ...[...caption, ...notes].map(noteText)];
}

/** A chart that Teams draws itself; a picture for other channels. */
function drawnElements(chart: Chart, words: ChartWords, view: SectionView): CardElement[] {
  if (view.channel === 'teams') return teamsChart(chart, words, view);
  const url = view.charts?.draw?.(chart, view.locale);
  return url ? [{ type: 'Image', url, altText: words.altText }] : [];
}
