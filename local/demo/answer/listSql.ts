import { findByKey, type List, type Model } from '../models/model.ts';
import type { Plan } from '../understand/plan.ts';
import type { Column } from '../warehouse.ts';
import { clause, filterSql, fromFacts, periodSql } from './sqlParts.ts';

/** The statement that lists rows as they are. */
export function listSql(model: Model, list: List, plan: Plan): { sql: string; columns: Column[] } {
  const items = [...list.columns, ...(plan.wide ? list.details : [])];
  const sql = [
    `SELECT ${items.map(({ sql }) => sql).join(', ')}`,
    `FROM ${list.from}`,
    ...clause('WHERE', conditionsOf(model, list, plan)),
    `ORDER BY ${orderOf(list, plan)}`,
    ...(plan.limit === undefined ? [] : [`LIMIT ${plan.limit}`]),
  ].join('\n');
  return { sql, columns: items.map(({ column, type }) => ({ name: column, type })) };
}

function conditionsOf(model: Model, list: List, plan: Plan): string[] {
  const filters = plan.filters.map((filter) => filterSql(model, filter));
  if (plan.condition === 'without-facts') {
    return [
      `${list.id} NOT IN (${factIds(model, list, [...periodSql(model.date, plan.period), ...filters])})`,
    ];
  }
  // A list knows its own columns; what the rest of the model says about a row is looked up.
  const own = filters.filter((sql) => isOwn(list, sql));
  const foreign = filters.filter((sql) => !isOwn(list, sql));
  if (list.date === undefined) foreign.push(...periodSql(model.date, plan.period));
  const condition = plan.condition && findByKey(list.conditions, plan.condition).sql;
  const { threshold } = plan;
  return [
    ...(list.date === undefined ? [] : periodSql(list.date, plan.period)),
    ...own,
    ...(foreign.length > 0 ? [`${list.id} IN (${factIds(model, list, foreign)})`] : []),
    ...(condition ? [condition] : []),
    ...(threshold && list.amount
      ? [`${list.amount} ${threshold.operator} ${threshold.value}`]
      : []),
  ];
}

function isOwn(list: List, condition: string): boolean {
  const alias = condition.slice(0, condition.indexOf('.'));
  return new RegExp(`\\b${alias}\\b`).test(list.from);
}

function factIds(model: Model, list: List, conditions: readonly string[]): string {
  const lines = [`SELECT ${list.id}`, fromFacts(model, [list.id, ...conditions])];
  return [...lines, ...clause('WHERE', conditions)].join(' ').replaceAll(/\s+/g, ' ');
}

function orderOf(list: List, { sort }: Plan): string {
  if (sort === undefined) return list.order;
  const column = [...list.columns, ...list.details].find(({ column }) => column === sort.by)?.sql;
  const by = column ?? list.amount;
  return by === undefined ? list.order : `${by}${sort.descending ? ' DESC' : ''}, ${list.id}`;
}
