import { createCellFormatter } from '../../answers/cellFormatter.ts';
import type { Chart, ChartSeries } from '../../answers/chart.ts';
import { knownLocale } from '../../common/knownLocale.ts';

const kinds: Readonly<Record<Chart['kind'], string>> = {
  line: 'Line chart',
  bar: 'Bar chart',
  'horizontal-bar': 'Bar chart',
  donut: 'Donut chart',
};
/** A sum of several parts can't be the largest one. */
const summedUp = /^Other \(\d+\)$/;

/**
 * The key figures of a chart in a sentence, for people who can't see it.
 *
 * @param locale a BCP 47 tag, for the numbers
 */
export function chartFigures(chart: Chart, locale?: string): string {
  const { kind, labels, series } = chart;
  const [only, ...others] = series;
  if (only === undefined) return '';
  if (kind === 'donut') return shareWords(labels, only, locale);
  if (others.length === 0) return seriesWords(chart, only, locale);
  const parts = series.map((each) => {
    const { start, end, highest } = figuresOf(chart, each, locale);
    // The heading names the ends of the chart; a series can begin later or end earlier.
    const from = start.label === labels[0] ? start.value : start.said;
    const to = end.label === labels.at(-1) ? end.value : end.said;
    return `${each.name} ${kind === 'line' ? `${from} to ${to}` : highest.said}`;
  });
  const heading = kind === 'line' ? `${labels[0]} to ${labels.at(-1)}` : highestWord(chart);
  return `${heading}: ${parts.join('; ')}.`;
}

function seriesWords(chart: Chart, series: ChartSeries, locale: string | undefined): string {
  const { kind, notes } = chart;
  const { start, end, highest, lowest } = figuresOf(chart, series, locale);
  return [
    ...(kind === 'line' ? [`From ${start.said} to ${end.said}.`] : []),
    `${highestWord(chart)}: ${highest.said}.`,
    // Some of the smallest might be summed up or left out.
    ...(notes.length === 0 ? [`Lowest: ${lowest.said}.`] : []),
  ].join(' ');
}

const highestWord = ({ isPart }: Chart) => (isPart ? 'Highest shown' : 'Highest');

/** What a screen reader says about a chart. */
export function chartAltText(chart: Chart, figures: string): string {
  const { kind, category, series } = chart;
  const names = [...new Set(series.map(({ column }) => column.name))].join(', ');
  return `${kinds[kind]} of ${names} by ${category}. ${figures}`;
}

/** The ends and the extremes of a series, as texts: the value, its label, and the two together. */
function figuresOf(
  { labels, series }: Chart,
  { column, values }: ChartSeries,
  locale: string | undefined,
) {
  // All values of the column decide how each is written, as in the table: 7 is 7% if another is 14%.
  const ofColumn = series.filter((each) => each.column.name === column.name);
  const format = createCellFormatter(
    column,
    ofColumn.flatMap((each) => each.values),
    locale,
  );
  const points = labels
    .map((label, index) => ({ label, value: values[index] ?? null }))
    .filter(({ value }) => value !== null);
  const ranked = points
    .filter(({ label }) => !summedUp.test(label))
    .sort((one, other) => Number(other.value) - Number(one.value));
  const say = (point: { label: string; value: string | null } | undefined) => {
    const value = format(point?.value ?? null);
    return { value, label: point?.label, said: point ? `${value} (${point.label})` : value };
  };
  return {
    start: say(points[0]),
    end: say(points.at(-1)),
    highest: say(ranked[0]),
    lowest: say(ranked.at(-1)),
  };
}

function shareWords(
  labels: readonly string[],
  { values }: ChartSeries,
  locale: string | undefined,
): string {
  const percent = new Intl.NumberFormat(knownLocale(locale) ?? 'en-US', {
    style: 'percent',
    maximumFractionDigits: 1,
    numberingSystem: 'latn',
  });
  const sum = values.reduce((total, value) => total + Number(value ?? 0), 0);
  return `${labels
    .map((label, index) => `${label} ${percent.format(Number(values[index] ?? 0) / sum)}`)
    .join(', ')}.`;
}
