import type { Model } from '../models/model.ts';
import type { Parts } from './parts.ts';
import { createReader, type Reader } from './reader.ts';
import { readFilters } from './readFilters.ts';
import { chooseList, readCondition } from './readList.ts';
import { readNamed } from './readNamed.ts';
import { readPeriod } from './readPeriod.ts';
import { readRanking } from './readRanking.ts';

const flags = {
  growth:
    /\b(?:year[- ]over[- ]year|yoy|compared (?:to|with) (?:the )?(?:previous|prior|last) year|growth(?: rate)?|grow(?:ing|n|s)?|grew)\b/,
  share: /\b(?:shares?|percent(?:age)?s?|proportions?|portion)\b|%/,
  running: /\b(?:running totals?|cumulative|accumulated)\b/,
  trend: /\b(?:trends?|over time|develop(?:ed|ment|ing)?|evol(?:ved?|ution))\b/,
  wide: /\b(?:(?:all|full) details|(?:every|all) columns?|everything about|detailed|describe|descriptions?)\b/,
};
const VAGUE = /\b(?:how (?:is|are|did|was|were)|perform(?:s|ed|ing|ance)?|doing|going)\b/;

/**
 * Reads everything from a question that the model has words for. What is read first isn't read again as something else:
 * filter values come first, since a customer can have any name.
 * @param today `YYYY-MM-DD`, for months without a year.
 */
export function readParts(model: Model, question: string, today: string): Parts {
  const reader = createReader(question);
  const condition = readCondition(reader, model);
  const filters = readFilters(reader, model);
  const time = readPeriod(reader, today);
  const said = readFlags(reader);
  const ranking = readRanking(reader, model);
  const beforeFigures = reader.text();
  const named = readNamed(reader, model);
  if (time?.splitBy && !named.dimensions.includes(time.splitBy)) {
    named.dimensions.push(time.splitBy);
  }
  const parts: Parts = { ...named, filters, ...said, ...ranking };
  if (time !== undefined) parts.period = time.period;
  const list = condition?.list ?? chooseList(model, parts, question, beforeFigures);
  if (list === undefined) return parts;
  const rows = { ...parts, measures: [], dimensions: [], list: list.key };
  return condition === undefined ? rows : { ...rows, condition: condition.condition };
}

function readFlags(reader: Reader): Partial<Parts> {
  const said = Object.entries(flags).filter(([, words]) => reader.take(words));
  return {
    ...Object.fromEntries(said.map(([flag]) => [flag, true])),
    ...(reader.has(VAGUE) && { vague: true }),
  };
}
