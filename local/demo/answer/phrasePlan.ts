import { findByKey, type Model } from '../models/model.ts';
import type { Filter, Plan } from '../understand/plan.ts';

/** Phrases a plan in words that the demo would understand as the same plan. Begins with a capital letter. */
export function phrasePlan(model: Model, plan: Plan): string {
  const what = plan.list === undefined ? phraseFigures(model, plan) : phraseList(model, plan);
  const words = [
    what,
    ...plan.filters.map((filter) => phraseFilter(model, filter)),
    plan.period?.label ?? '',
  ];
  const sentence = words.filter((word) => word !== '').join(' ');
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function phraseFigures(model: Model, plan: Plan): string {
  const nouns = plan.measures.map((key) => findByKey(model.measures, key).noun);
  const dimensions = plan.dimensions.map((key) => findByKey(model.dimensions, key));
  const figures = `${prefix(plan)}${joinWords(nouns)}${plan.growth ? ' growth' : ''}`;
  const ranked = plan.limit !== undefined && plan.sort?.by === plan.measures[0];
  if (ranked) {
    const names = joinWords(dimensions.map(({ plural }) => plural));
    const rank = plan.sort?.descending ? 'top' : 'bottom';
    return `${rank} ${plan.limit} ${names} by ${figures}${phraseThreshold(plan)}`;
  }
  if (dimensions.length === 0) return `${figures}${phraseThreshold(plan)}`;
  return `${figures} by ${joinWords(dimensions.map(({ noun }) => noun))}${phraseThreshold(plan)}`;
}

function prefix({ share, running }: Plan): string {
  return `${share ? 'share of ' : ''}${running ? 'running total of ' : ''}`;
}

function phraseList(model: Model, plan: Plan): string {
  const list = findByKey(model.lists, plan.list ?? '');
  const count = plan.limit === undefined ? '' : `${countWord(plan)} ${plan.limit} `;
  const details = plan.wide ? ' with all details' : '';
  return `list the ${count}${list.noun}${phraseCondition(model, plan)}${details}`;
}

/** A list's own restriction: "without orders", "over 500". */
export function phraseCondition(model: Model, plan: Plan): string {
  const { list = '', condition } = plan;
  if (condition === undefined) return phraseThreshold(plan);
  const { conditions } = findByKey(model.lists, list);
  const phrase =
    condition === 'without-facts' ? 'without orders' : findByKey(conditions, condition).phrase;
  return ` ${phrase}${phraseThreshold(plan)}`;
}

function countWord({ sort }: Plan): string {
  if (sort === undefined) return 'first';
  return sort.descending ? 'top' : 'bottom';
}

function phraseThreshold({ threshold }: Plan): string {
  if (threshold === undefined) return '';
  const words = { '>': 'over', '>=': 'at least', '<': 'under', '<=': 'at most' };
  return ` ${words[threshold.operator]} ${threshold.value}`;
}

/** A filter to follow a noun: "for Europe". */
export function phraseFilter(model: Model, { dimension, values, exclude }: Filter): string {
  const { qualifier } = findByKey(model.dimensions, dimension);
  const names = qualifier ? values.map((value) => `${value} ${qualifier}`) : values;
  return exclude ? names.map((name) => `without ${name}`).join(' ') : `for ${joinWords(names)}`;
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
