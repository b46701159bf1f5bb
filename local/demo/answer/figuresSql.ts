import { type Dimension, findByKey, type Measure, type Model } from '../models/model.ts';
import type { Plan } from '../understand/plan.ts';
import type { Column } from '../warehouse.ts';
import { clause, filterSql, fromFacts, periodSql } from './sqlParts.ts';

interface SelectItem extends Column {
  sql: string;
}

/** The statement that computes a plan's measures, one row per combination of its dimensions. */
export function figuresSql(model: Model, plan: Plan): { sql: string; columns: Column[] } {
  const dimensions = plan.dimensions.map((key) => findByKey(model.dimensions, key));
  const measures = plan.measures.map((key) => findByKey(model.measures, key));
  const items = [
    ...dimensions.map(({ column, sql, type }) => ({ name: column, sql, type })),
    ...measures.map(({ column, sql, type }) => ({ name: column, sql, type })),
    ...derivedItems(plan, dimensions, measures[0]),
  ];
  const { where, having } = thresholdSql(plan, dimensions, measures[0]);
  const conditions = [
    ...periodSql(model.date, plan.period),
    ...plan.filters.map((filter) => filterSql(model, filter)),
    ...where,
  ];
  const order = orderSql(model, plan, dimensions, measures[0]);
  const sql = [
    `SELECT ${items.map(selectSql).join(',\n  ')}`,
    fromFacts(model, [...items.map((item) => item.sql), ...conditions, ...order]),
    ...clause('WHERE', conditions),
    ...(dimensions.length > 0 ? [`GROUP BY ${dimensions.map((one) => one.sql).join(', ')}`] : []),
    ...clause('HAVING', having),
    ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
    ...(plan.limit === undefined ? [] : [`LIMIT ${plan.limit}`]),
  ].join('\n');
  return { sql, columns: items.map(({ name, type }) => ({ name, type })) };
}

function selectSql({ sql, name }: SelectItem): string {
  return sql.endsWith(`.${name}`) ? sql : `${sql} AS ${name}`;
}

function derivedItems(
  plan: Plan,
  dimensions: readonly Dimension[],
  main: Measure | undefined,
): SelectItem[] {
  if (main === undefined) return [];
  const time = dimensions.find(({ perYear }) => perYear !== undefined);
  const others = dimensions.filter((dimension) => dimension !== time).map(({ sql }) => sql);
  const partition = others.length > 0 ? `PARTITION BY ${others.join(', ')} ` : '';
  const items: SelectItem[] = [];
  if (plan.share && main.additive) {
    const within = time && others.length > 0 ? `PARTITION BY ${time.sql}` : '';
    const sql = `ROUND(100.0 * ${main.sql} / SUM(${main.sql}) OVER (${within}), 1)`;
    items.push({ name: 'share_pct', sql, type: 'DOUBLE' });
  }
  if (plan.running && main.additive && time) {
    const sql = `SUM(${main.sql}) OVER (${partition}ORDER BY ${time.sql})`;
    items.push({ name: 'running_total', sql, type: main.type });
  }
  if (plan.growth && time) {
    const before = `LAG(${main.sql}, ${time.perYear || 1}) OVER (${partition}ORDER BY ${time.sql})`;
    items.push(
      { name: `previous_${main.column}`, sql: before, type: main.type },
      {
        name: 'change_pct',
        sql: `ROUND(100.0 * (${main.sql} - ${before}) / ${before}, 1)`,
        type: 'DOUBLE',
      },
    );
  }
  return items;
}

function thresholdSql(
  { threshold }: Plan,
  dimensions: readonly Dimension[],
  main: Measure | undefined,
): { where: string[]; having: string[] } {
  if (threshold === undefined || main === undefined) return { where: [], having: [] };
  const { operator, value } = threshold;
  if (dimensions.length > 0) return { where: [], having: [`${main.sql} ${operator} ${value}`] };
  return { where: main.each ? [`${main.each} ${operator} ${value}`] : [], having: [] };
}

function orderSql(
  model: Model,
  { sort }: Plan,
  dimensions: readonly Dimension[],
  main: Measure | undefined,
): string[] {
  if (dimensions.length === 0) return [];
  const byName = dimensions.map(({ column }) => column);
  if (sort !== undefined) {
    const { column } = findByKey([...model.measures, ...dimensions], sort.by);
    return [
      `${column}${sort.descending ? ' DESC' : ''}`,
      ...byName.filter((one) => one !== column),
    ];
  }
  const natural = dimensions.flatMap(({ order }) => order ?? []);
  if (natural.length > 0) return [...natural, ...byName.filter((one) => !natural.includes(one))];
  return [...(main ? [`${main.column} DESC`] : []), ...byName];
}
