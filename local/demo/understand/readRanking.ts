import type { Model } from '../models/model.ts';
import { NUMBER, readAmount, readNumber } from './numbers.ts';
import type { Parts } from './parts.ts';
import type { Sort, Threshold } from './plan.ts';
import { createReader, type Reader } from './reader.ts';
import { readNamed } from './readNamed.ts';

const MOST = 'top|best|highest|most|largest|biggest|strongest|leading|greatest';
const LEAST = 'bottom|worst|lowest|least|smallest|weakest|fewest|slowest';
const saysMost = new RegExp(String.raw`\b(?:${MOST})\b`);
const saysLeast = new RegExp(String.raw`\b(?:${LEAST})\b`);
const countAfter = new RegExp(
  String.raw`\b(?:${MOST}|${LEAST}|first|last|latest|newest|only)(?: the)? (${NUMBER})\b`,
);
const countBefore = new RegExp(String.raw`\b(${NUMBER}) (?:${MOST}|${LEAST}|latest|newest)\b`);
const sorting =
  /\b(?:sort|order|rank)(?:ed)?(?: (?:it|them|this|that|the list))? by (?:the )?([\w ]+?)(?: (asc|desc)(?:ending)?)?(?=$|[.,?!])/;
const comparing =
  /\b(more than|over|above|exceeding|greater than|at least|less than|under|below|fewer than|at most) (?:usd |\$|€)?(\d[\d,]*(?:\.\d+)?) ?(k|thousand|million|m)?\b(?: (?:usd|dollars))?/;

/** Takes what limits and orders the rows: "top 3", "the 5 worst", "sort by profit", "over 1,000". */
export function readRanking(
  reader: Reader,
  model: Model,
): Pick<Parts, 'sort' | 'threshold' | 'limit' | 'rank'> {
  const sort = readSort(reader, model);
  // Before the rank: "at most 5" is no "most".
  const threshold = readThreshold(reader);
  const count = reader.take(countAfter) ?? reader.take(countBefore);
  const said = `${count?.[0] ?? ''} ${reader.text()}`;
  return {
    ...(sort && { sort }),
    ...(threshold && { threshold }),
    ...(count?.[1] !== undefined && { limit: readNumber(count[1]) }),
    ...(saysMost.test(said) && { rank: 'most' }),
    ...(saysLeast.test(said) && { rank: 'least' }),
  };
}

function readSort(reader: Reader, model: Model): Sort | undefined {
  const found = reader.take(sorting);
  if (found === undefined) return undefined;
  const { measures, dimensions } = readNamed(createReader(found[1] ?? ''), model);
  const by = measures[0] ?? dimensions[0];
  if (by === undefined) return undefined;
  return { by, descending: found[2] === undefined ? measures.length > 0 : found[2] === 'desc' };
}

function readThreshold(reader: Reader): Threshold | undefined {
  const found = reader.take(comparing);
  if (found === undefined) return undefined;
  const [, words = '', digits = '', scale] = found;
  const value = readAmount(digits, scale);
  if (words === 'at least') return { operator: '>=', value };
  if (words === 'at most') return { operator: '<=', value };
  return { operator: /less|under|below|fewer/.test(words) ? '<' : '>', value };
}
