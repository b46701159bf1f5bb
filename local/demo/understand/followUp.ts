import type { Model } from '../models/model.ts';
import { completePlan } from './completePlan.ts';
import { isEmpty, type Parts } from './parts.ts';
import type { Filter, Plan } from './plan.ts';

const OPENINGS = [
  'and|but|now|then|also|only|just|same|instead',
  'what about|how about',
  'by|per|in|as|for|since|without|except|excluding',
  'sort|order by|rank|group|make|break|split',
  'show (?:it|that|this|them|me only|only)',
  'compare (?:(?:it|that|this|them) )?(?:with|to)',
  'the (?:top|bottom|last|first)|(?:top|bottom) \\d+',
];
const CUE = new RegExp(`^\\W*(?:${OPENINGS.join('|')})\\b|\\binstead\\b`, 'i');
const WIDENING =
  /^\W*(?:show |give |list |see )?(?:me )?(?:them )?(?:all|everything|more)(?: of them| rows)?\W*$/i;
/** “Compare Europe and Africa by quarter” names everything itself; “compare with Africa” doesn't. */
const COMPARING = /^\W*compare\b.*\b(?:and|with|to|vs|versus)\b.*\b(?:by|per)\b/i;
const ADDING = /\b(?:also|as well|in addition|add|break|split|compare|too)\b/i;

/** Whether a question with these parts continues the one before it, rather than starting over. */
export function isFollowUp(question: string, parts: Parts): boolean {
  if (WIDENING.test(question)) return true;
  if (isEmpty(parts)) return false;
  if (CUE.test(question)) return true;
  if (COMPARING.test(question) && parts.dimensions.length > 0) return false;
  const whole = parts.measures.length > 0 || parts.list !== undefined;
  return !whole && !(parts.rank !== undefined && parts.dimensions.length > 0);
}

/** Changes the previous plan according to a follow-up. */
export function editPlan(model: Model, previous: Plan, parts: Parts, question: string): Plan {
  const adding = ADDING.test(question);
  const { dimensions, measures, filters: fresh, rank, vague, trend, list, ...said } = parts;
  const filters = mergeFilters(previous.filters, fresh, adding);
  if (list !== undefined && !isSameThing(list, previous)) {
    return completePlan(model, { ...parts, filters }) ?? previous;
  }
  const plan: Plan = { ...previous, ...said, filters };
  if (rank !== undefined && parts.sort === undefined) delete plan.sort;
  if (dimensions.length > 0) splitAnew(plan, parts, adding);
  if (measures.length > 0) measureAnew(plan, parts, adding);
  if (plan.list !== undefined && dimensions.length + measures.length > 0) {
    turnIntoFigures(model, plan);
  }
  if (WIDENING.test(question)) delete plan.limit;
  showSortedMeasure(model, plan);
  return completePlan(model, { ...plan, ...(rank && { rank }), ...(trend && { trend }) }) ?? plan;
}

function splitAnew(plan: Plan, { dimensions, limit, sort }: Parts, adding: boolean): void {
  plan.dimensions = adding ? union(plan.dimensions, dimensions) : dimensions;
  if (adding) return;
  if (limit === undefined) delete plan.limit;
  if (sort === undefined) delete plan.sort;
}

/** Switches to other measures; what was ranked by the old one is ranked by the new one. */
function measureAnew(plan: Plan, { measures, sort }: Parts, adding: boolean): void {
  const wasRanked = plan.measures.includes(plan.sort?.by ?? '');
  plan.measures = adding ? union(plan.measures, measures) : measures;
  const [main] = plan.measures;
  if (wasRanked && sort === undefined && plan.sort && main) plan.sort = { ...plan.sort, by: main };
}

function mergeFilters(old: readonly Filter[], fresh: readonly Filter[], adding: boolean): Filter[] {
  const merged = fresh.map((filter) => {
    const known = old.find(({ dimension }) => dimension === filter.dimension);
    return adding && known ? { ...filter, values: union(known.values, filter.values) } : filter;
  });
  return [
    ...old.filter(({ dimension }) => !fresh.some((filter) => filter.dimension === dimension)),
    ...merged,
  ];
}

/** Whether a list is the one on display, or its name refers to figures on display: "orders" after "orders by month". */
function isSameThing(list: string, previous: Plan): boolean {
  return list === previous.list || (!previous.list && previous.measures.includes(list));
}

function turnIntoFigures(model: Model, plan: Plan): void {
  const counted = model.measures.find(({ key }) => key === plan.list);
  if (plan.measures.length === 0 && counted) plan.measures = [counted.key];
  delete plan.list;
  delete plan.condition;
  delete plan.wide;
}

/** Rows aren't sorted by a figure that isn't shown. */
function showSortedMeasure(model: Model, plan: Plan): void {
  const by = plan.sort?.by;
  const isMeasure = model.measures.some(({ key }) => key === by);
  if (by !== undefined && isMeasure) plan.measures = union(plan.measures, [by]);
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}
