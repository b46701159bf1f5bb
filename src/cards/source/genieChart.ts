import type { AnswerTable } from '../../answers/answer.ts';
import type { Image } from '../parts/adaptiveCard.ts';
import type { CardLimits } from '../parts/cardLimits.ts';
import { plainText } from '../parts/plainText.ts';

/** Points that a chart of ours must be allowed in a message for it to have room for a picture. */
const leastPoints = 200;

/**
 * The chart that Genie drew of a table; `undefined` without one, and in a message that has no room for it.
 *
 * @param words read aloud in its place; absent: its title
 */
export function genieChart(
  { genieChart: chart, title }: Pick<AnswerTable, 'genieChart' | 'title'>,
  { limits }: { limits: Pick<CardLimits, 'chartPoints'> },
  words?: string,
): Image | undefined {
  if (chart?.picture === undefined || limits.chartPoints < leastPoints) return undefined;
  const altText = words ?? plainText(chart.title ?? title ?? '').slice(0, 200);
  return { type: 'Image', url: chart.picture, altText };
}
