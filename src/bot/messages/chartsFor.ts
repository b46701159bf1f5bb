import type { Answer } from '../../answers/answer.ts';
import type { ChartWish } from '../../answers/chart.ts';
import type { ChartView } from '../../cards/answer/view.ts';
import type { DrawChart } from '../../cards/chart/chartElement.ts';
import type { Log } from '../../common/log.ts';
import type { Question } from '../../questions/question.ts';
import { cardChannelOf } from '../place.ts';

/** How an answer's charts are shown, or `undefined` for no charts. The library that draws is loaded on first use. */
export async function chartsFor(
  { id, place }: Question,
  { tables }: Answer,
  wish: ChartWish | undefined,
  { charts, log }: { charts: boolean; log: Log },
): Promise<ChartView | undefined> {
  const canHaveChart = tables.some(({ rows }) => rows.length > 1);
  if (!charts || !canHaveChart) return undefined;
  const view = wish ? { wish } : {};
  if (cardChannelOf(place) === 'teams') return view;
  // Best effort: the table shows the same numbers.
  const notDrawn = (error: unknown) => {
    log.warn('chart.notDrawn', { questionId: id, error });
    return undefined;
  };
  const library = await import('../../charts/drawChart.ts').catch(notDrawn);
  if (library === undefined) return undefined;
  const draw: DrawChart = (chart, locale) => {
    try {
      return library.drawChart(chart, locale);
    } catch (error) {
      return notDrawn(error);
    }
  };
  return { ...view, draw };
}
