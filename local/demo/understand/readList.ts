import type { List, Model } from '../models/model.ts';
import type { Parts } from './parts.ts';
import type { Reader } from './reader.ts';

/** A list requested by a condition on its rows. */
export interface ConditionedList {
  list: List;
  condition: string;
}

const LISTING =
  /\b(?:list|show|display|give me|see|which|what|all|every|latest|newest|recent|details?|describe|open)\b/i;
const COUNTING = /\b(?:how many|number of|count of)\b/i;
const IDLE =
  /\b(?:without|with no|have no|had no|(?:have |has |were )?(?:not|never)(?: been)?) (?:any )?(?:orders?|ordered|sales|sold|purchases?|bought(?: anything)?)\b/;

/** Takes a condition such as "without a promo code", or "without orders" for products and customers. */
export function readCondition(reader: Reader, model: Model): ConditionedList | undefined {
  for (const list of model.lists) {
    const condition = list.conditions.find(({ words }) => reader.has(words));
    if (condition !== undefined && reader.has(list.words)) {
      reader.take(condition.words);
      return { list, condition: condition.key };
    }
  }
  if (!reader.take(IDLE)) return undefined;
  const list = model.lists.find(({ key, words }) => key !== 'orders' && reader.has(words));
  return list && { list, condition: 'without-facts' };
}

/**
 * Whether the question asks for the rows themselves: it names nothing but them, and wants them listed. The best orders
 * are the biggest ones; but the best products are those that sell best, which takes figures.
 * @param text what remained of the question before its figures were read.
 */
export function chooseList(
  model: Model,
  { measures, dimensions, rank, limit }: Parts,
  question: string,
  text: string,
): List | undefined {
  const list = model.lists.find(({ words }) => words.test(text));
  if (list === undefined || COUNTING.test(question)) return undefined;
  const isCounted = model.measures.some(({ key }) => key === list.key);
  if (rank !== undefined && !(isCounted && list.amount !== undefined)) return undefined;
  const own = [list.key, `${list.key.slice(0, -1)}_name`];
  if ([...measures, ...dimensions].some((key) => !own.includes(key))) return undefined;
  const isListed = LISTING.test(question) || (isCounted && (rank ?? limit) !== undefined);
  return isListed ? list : undefined;
}
