import { findByKey, type Model } from '../models/model.ts';
import type { Filter, Period } from '../understand/plan.ts';

/** A string literal of SQL. */
function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** The FROM and JOIN lines for the one-letter aliases that some expressions use. */
export function fromFacts(model: Model, expressions: readonly string[]): string {
  const needed = new Set(aliasesOf(expressions.join(' ')));
  const joins = model.joins.toReversed().filter(({ alias, sql }) => {
    if (needed.has(alias)) for (const other of aliasesOf(sql)) needed.add(other);
    return needed.has(alias);
  });
  return [`FROM ${model.fact}`, ...joins.reverse().map(({ sql }) => sql)].join('\n');
}

function aliasesOf(sql: string): string[] {
  return [...sql.matchAll(/\b([a-z])\./g)].map(([, alias = '']) => alias);
}

/** A filter as a condition. */
export function filterSql(model: Model, { dimension, values, exclude }: Filter): string {
  const { sql } = findByKey(model.dimensions, dimension);
  const [only = ''] = values;
  const not = exclude ? 'NOT ' : '';
  if (values.length > 1) return `${sql} ${not}IN (${values.map(quoteText).join(', ')})`;
  return `${sql} ${exclude ? '<>' : '='} ${quoteText(only)}`;
}

/** A period as conditions on a date. */
export function periodSql(date: string, period: Period | undefined): string[] {
  if (period === undefined) return [];
  const { from, to } = period;
  return [...(from ? [`${date} >= ${from}`] : []), ...(to ? [`${date} < ${to}`] : [])];
}

/** A clause of conditions that must all hold; nothing when there are none. */
export function clause(keyword: 'WHERE' | 'HAVING', conditions: readonly string[]): string[] {
  return conditions.length === 0 ? [] : [`${keyword} ${conditions.join('\n  AND ')}`];
}
