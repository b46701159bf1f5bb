import { type Dimension, findByKey, type Measure, type Model } from '../models/model.ts';
import type { Plan } from '../understand/plan.ts';
import { bold, escapeMarkdown } from './markdown.ts';
import { joinWords, phraseCondition, phraseFilter, phrasePlan } from './phrasePlan.ts';

type Row = readonly (string | null)[];

/** Two or three sentences of Markdown about the rows that a plan gave. */
export function summarize(model: Model, plan: Plan, rows: readonly Row[]): string {
  if (rows.length === 0)
    return `There’s nothing to show: no rows for “${phrasePlan(model, plan)}”.`;
  if (plan.list !== undefined) return summarizeList(model, plan, rows);
  const main = findByKey(model.measures, plan.measures[0] ?? '');
  const dimensions = plan.dimensions.map((key) => findByKey(model.dimensions, key));
  const [only] = dimensions;
  if (only === undefined) return summarizeValues(model, plan, rows[0] ?? []);
  if (plan.growth && dimensions.length === 1) return summarizeGrowth(model, plan, only, rows);
  if (dimensions.length > 1) return summarizeTable(model, plan, main, dimensions, rows);
  if (plan.sort === undefined && only.order !== undefined) {
    return summarizeSeries(model, plan, main, only, rows);
  }
  return summarizeRanking(model, plan, only, rows);
}

function summarizeList(model: Model, plan: Plan, rows: readonly Row[]): string {
  const { noun, singular, date } = findByKey(model.lists, plan.list ?? '');
  const many = rows.length !== 1;
  const order = date !== undefined && plan.sort === undefined && many ? ', newest first' : '';
  const count = bold(formatNumber(rows.length, 0));
  return `There ${many ? 'are' : 'is'} ${count} ${many ? noun : singular}${phraseCondition(model, plan)}${scope(model, plan)}${order}.`;
}

function summarizeValues(model: Model, plan: Plan, row: Row): string {
  const sentences = plan.measures.map((key, index) => {
    const measure = findByKey(model.measures, key);
    const value = row[index] ?? null;
    if (value === null) return `There’s no data for the ${measure.noun}${scope(model, plan)}.`;
    return `The ${measure.noun}${scope(model, plan)} is ${figure(measure, value)}.`;
  });
  return sentences.join(' ');
}

function summarizeRanking(model: Model, plan: Plan, by: Dimension, rows: readonly Row[]): string {
  const place = Math.max(0, plan.measures.indexOf(plan.sort?.by ?? ''));
  const ranked = findByKey(model.measures, plan.measures[place] ?? '');
  const lowestFirst = plan.sort?.by === ranked.key && !plan.sort.descending;
  const amount = (row: Row) => Number(row[place + 1]) * (lowestFirst ? -1 : 1);
  const [first, ...next] = rows.toSorted((a, b) => amount(b) - amount(a)).slice(0, 3);
  const value = (row: Row | undefined) => figure(ranked, row?.[place + 1] ?? null);
  const end = lowestFirst ? 'lowest' : 'highest';
  const leader = `${nameOf(by, first)} has the ${end} ${ranked.noun}${scope(model, plan)}: ${value(first)}.`;
  if (next.length === 0) return leader;
  const followers = next.map((row) => `${nameOf(by, row)} (${value(row)})`).join(' and ');
  const count = rows.length > 3 ? ` The table shows ${rows.length} ${by.plural}.` : '';
  return `${leader} ${followers} ${next.length > 1 ? 'follow' : 'follows'}.${count}`;
}

function summarizeSeries(
  model: Model,
  plan: Plan,
  main: Measure,
  by: Dimension,
  rows: readonly Row[],
): string {
  const first = rows[0] ?? [];
  const last = rows.at(-1) ?? [];
  const peak = rows.reduce((best, row) => (Number(row[1]) > Number(best[1]) ? row : best), first);
  const point = (row: Row) => `${figure(main, row[1] ?? null)} (${labelOf(by, row[0])})`;
  const course = `The ${main.noun}${scope(model, plan)} went from ${point(first)} to ${point(last)}.`;
  return rows.length < 3 ? course : `${course} It was highest at ${point(peak)}.`;
}

function summarizeGrowth(model: Model, plan: Plan, by: Dimension, rows: readonly Row[]): string {
  const { noun } = findByKey(model.measures, plan.measures[0] ?? '');
  // The latest step isn't over yet, so its change would be misleading.
  const changes = rows
    .slice(0, -1)
    .filter((row) => row.at(-1) !== null)
    .slice(-2);
  if (changes.length === 0)
    return `There’s nothing to compare the ${noun}${scope(model, plan)} with.`;
  const parts = changes.map((row) => {
    const percent = Number(row.at(-1));
    const word = percent < 0 ? 'fell' : 'grew';
    return `${word} by ${bold(`${formatNumber(Math.abs(percent), 1)} %`)} in ${labelOf(by, row[0])}`;
  });
  return `Compared with the year before, the ${noun}${scope(model, plan)} ${joinWords(parts)}.`;
}

function summarizeTable(
  model: Model,
  plan: Plan,
  main: Measure,
  dimensions: readonly Dimension[],
  rows: readonly Row[],
): string {
  const at = dimensions.length;
  const peak = rows.reduce((best, row) => (Number(row[at]) > Number(best[at]) ? row : best));
  const names = dimensions.map((dimension, index) => bold(labelOf(dimension, peak[index])));
  const splits = joinWords(dimensions.map(({ noun }) => noun));
  return (
    `The table shows the ${main.noun}${scope(model, plan)} by ${splits}. ` +
    `It is highest for ${joinWords(names)} with ${figure(main, peak[at] ?? null)}.`
  );
}

/** A dimension's value as it reads in a sentence: a month by its name, anything else as it is. */
function labelOf({ key }: Dimension, value: string | null | undefined): string {
  if (value === null || value === undefined) return 'no value';
  if (key !== 'month') return key === 'week' ? `week of ${value}` : value;
  const format = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(value).toLocaleDateString('en-US', format);
}

function nameOf(by: Dimension, row: Row | undefined): string {
  return bold(labelOf(by, row?.[0]));
}

function figure({ type, unit }: Measure, value: string | null): string {
  if (value === null) return bold('no value');
  const places = type === 'BIGINT' ? 0 : unit === '%' || unit === 'hours' ? 1 : 2;
  const number = formatNumber(Number(value), places);
  return bold(unit === 'USD' ? `USD ${number}` : unit ? `${number} ${unit}` : number);
}

function formatNumber(value: number, places: number): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

/** The restriction of the figures, to follow a noun. */
function scope(model: Model, { filters, period }: Plan): string {
  const words = [
    ...filters.map((filter) => phraseFilter(model, filter)),
    ...(period ? [period.label] : []),
  ];
  return words.map((word) => ` ${escapeMarkdown(word)}`).join('');
}
