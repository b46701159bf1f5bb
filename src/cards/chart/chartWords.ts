import { createCellFormatter } from '../../answers/cellFormatter.ts';
import type { Chart, ChartSeries } from '../../answers/chart.ts';
import { headingOf } from '../../answers/names/headingOf.ts';
import { knownLocale } from '../../common/knownLocale.ts';
import type { Reader } from '../parts/reader.ts';

type Words = Pick<Reader, 'texts' | 'locale'>;

/** The key figures of a chart in a sentence, for people who can't see it. */
export function chartFigures(chart: Chart, reader: Words): string {
  const [only, ...others] = chart.series;
  if (only === undefined) return '';
  if (chart.kind === 'donut') return shareWords(chart, only, reader);
  return others.length === 0 ? seriesWords(chart, only, reader) : allWords(chart, reader);
}

/** What a screen reader says about a chart. */
export function chartAltText(chart: Chart, figures: string, { texts }: Words): string {
  const { kind, category, series } = chart;
  const kinds = texts.chart.kinds;
  const measures = [...new Set(series.map(({ column }) => headingOf(column.name)))];
  const about = { measures, category };
  const said = kinds[kind === 'horizontal-bar' ? 'bar' : kind](about);
  return texts.sentences([said, figures]);
}

function seriesWords(chart: Chart, series: ChartSeries, reader: Words): string {
  const { kind, notes, isPart } = chart;
  const texts = reader.texts.chart;
  const { start, end, highest, lowest } = figuresOf(chart, series, reader);
  const figure = highest.said;
  return reader.texts.sentences([
    ...(kind === 'line' ? [texts.fromTo({ start: start.said, end: end.said })] : []),
    isPart ? texts.highestShown({ figure }) : texts.highest({ figure }),
    // Some of the smallest might be summed up or left out.
    ...(notes.length === 0 ? [texts.lowest({ figure: lowest.said })] : []),
  ]);
}

function allWords(chart: Chart, reader: Words): string {
  const { kind, labels, series, isPart } = chart;
  const texts = reader.texts.chart;
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  const each = series.map((one) => ({ name: one.name, ...figuresOf(chart, one, reader) }));
  if (kind === 'line') {
    // The heading names the ends of the chart; a series can begin later or end earlier.
    const courses = each.map(({ name, start, end }) =>
      texts.course({
        name,
        start: start.label === first ? start.value : start.said,
        end: end.label === last ? end.value : end.said,
      }),
    );
    return texts.courses({ first, last, courses });
  }
  const figures = each.map(({ name, highest }) => texts.named({ name, figure: highest.said }));
  return isPart ? texts.highestShownOfEach({ figures }) : texts.highestOfEach({ figures });
}

/** The ends and the extremes of a series, as texts: the value, its label, and the two together. */
function figuresOf(
  { labels, series, summedUp }: Chart,
  { column, values }: ChartSeries,
  { locale, texts }: Words,
) {
  // All values of the column decide how each is written, as in the table: 7 is 7% if another is 14%.
  const ofColumn = series.filter((each) => each.column.name === column.name);
  const format = createCellFormatter(
    column,
    ofColumn.flatMap((each) => each.values),
    locale,
  );
  const points = labels
    .map((label, index) => ({ label, index, value: values[index] ?? null }))
    .filter(({ value }) => value !== null);
  const ranked = points
    // A sum of several parts can't be the largest one.
    .filter(({ index }) => summedUp?.points === undefined || index < labels.length - 1)
    .sort((one, other) => Number(other.value) - Number(one.value));
  const say = (point: { label: string; value: string | null } | undefined) => {
    const value = format(point?.value ?? null);
    const said = point ? texts.chart.figure({ value, point: point.label }) : value;
    return { value, label: point?.label, said };
  };
  return {
    start: say(points[0]),
    end: say(points.at(-1)),
    highest: say(ranked[0]),
    lowest: say(ranked.at(-1)),
  };
}

function shareWords({ labels }: Chart, { values }: ChartSeries, { locale, texts }: Words): string {
  const percent = new Intl.NumberFormat(knownLocale(locale) ?? 'en-US', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const sum = values.reduce((total, value) => total + Number(value ?? 0), 0);
  const shares = labels.map((name, index) =>
    texts.chart.named({ name, figure: percent.format(Number(values[index] ?? 0) / sum) }),
  );
  return texts.chart.shares(shares);
}
