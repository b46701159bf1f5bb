import type { Dimension, Model } from '../models/model.ts';
import type { Plan } from '../understand/plan.ts';
import { phrasePlan } from './phrasePlan.ts';

/** Up to three follow-up questions to a plan; the demo understands each of them on its own. */
export function suggestQuestions(model: Model, plan: Plan): string[] {
  const asked = phrasePlan(model, plan);
  const questions = candidates(model, plan).map((candidate) => phrasePlan(model, candidate));
  return [...new Set(questions)].filter((question) => question !== asked).slice(0, 3);
}

function candidates(model: Model, plan: Plan): Plan[] {
  const [measure = model.measures[0]?.key ?? ''] = plan.measures;
  const { period, filters } = plan;
  const figures: Plan = { measures: [measure], dimensions: [], filters };
  const base: Plan = { ...figures, ...(period && { period }) };
  // Months say little about a period shorter than a year, so the trend then covers all time.
  const course = { ...(period?.label.includes('year') ? base : figures), dimensions: ['month'] };
  const fresh = model.dimensions.filter((dimension) => isFresh(dimension, plan));
  const split = fresh.at(-1)?.key;
  const best = fresh.find(({ key }) => key === 'product_name' || key === 'agent') ?? fresh[0];
  const other = model.measures.find(({ key, additive }) => additive && key !== measure);
  const [asked] = plan.dimensions;
  return [
    ...(asked === 'month' ? [] : [course]),
    ...(best ? [rankBy(base, best.key, measure)] : []),
    ...(split ? [{ ...base, dimensions: [split] }] : []),
    ...(other && asked ? [{ ...base, measures: [other.key], dimensions: [asked] }] : []),
  ];
}

/** Whether a dimension has named values and the question wasn't about it yet. */
function isFresh({ key, values = [] }: Dimension, { dimensions, filters }: Plan): boolean {
  const isAsked = dimensions.includes(key) || filters.some(({ dimension }) => dimension === key);
  return values.length > 0 && !isAsked;
}

function rankBy(base: Plan, dimension: string, measure: string): Plan {
  const sort = { by: measure, descending: true };
  return { ...base, dimensions: [dimension], sort, limit: 5 };
}
