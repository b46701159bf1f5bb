import { findByKey, type Model } from '../models/model.ts';
import type { Parts } from './parts.ts';
import type { Plan } from './plan.ts';

const DEFAULT_LIMIT = 5;

/**
 * Makes a plan from what was read, filling in the usual meaning: the model's first measure, five for "the best".
 * @returns undefined if there are too few parts to know what is asked.
 */
export function completePlan(model: Model, parts: Parts): Plan | undefined {
  const { rank, vague, trend, ...said } = parts;
  if (said.list !== undefined) {
    const byAmount = rank && { sort: { by: 'amount', descending: rank === 'most' } };
    return { ...said, ...byAmount };
  }
  if (!isEnough(parts)) return undefined;
  const plan: Plan = { ...said, measures: orderMeasures(model, said.measures) };
  splitByTime(model, plan, trend ?? false);
  splitByCompared(model, plan);
  const [main = ''] = plan.measures;
  if (rank && plan.dimensions.length > 0) {
    plan.sort ??= { by: main, descending: rank === 'most' };
    plan.limit ??= DEFAULT_LIMIT;
  }
  return plan;
}

function isEnough(parts: Parts): boolean {
  const { measures, dimensions, filters, rank, vague, growth, share, running, trend } = parts;
  if (measures.length > 0 || filters.some(({ values }) => values.length > 1)) return true;
  if (vague && dimensions.length === 0 && !trend) return false;
  return Boolean(dimensions.length > 0 || rank || growth || share || running || trend);
}

function orderMeasures(model: Model, measures: readonly string[]): string[] {
  const [first] = model.measures;
  return measures.length > 0 || first === undefined ? [...measures] : [first.key];
}

/** Growth needs years to compare and a trend needs steps; by default, years and months. */
function splitByTime(model: Model, plan: Plan, trend: boolean): void {
  const hasTime = plan.dimensions.some(
    (key) => findByKey(model.dimensions, key).perYear !== undefined,
  );
  if (plan.growth) {
    delete plan.period;
    if (!hasTime) plan.dimensions = [...plan.dimensions, 'year'];
  } else if (!hasTime && (trend || plan.running)) {
    plan.dimensions = ['month', ...plan.dimensions];
  }
}

/** Two values of one kind are named to compare them. */
function splitByCompared(model: Model, plan: Plan): void {
  for (const { dimension, values, exclude } of plan.filters) {
    if (values.length < 2 || exclude || plan.dimensions.includes(dimension)) continue;
    plan.dimensions = [...plan.dimensions, findByKey(model.dimensions, dimension).key];
  }
}
