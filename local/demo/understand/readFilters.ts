import type { Dimension, Model } from '../models/model.ts';
import type { Filter } from './plan.ts';
import type { Reader } from './reader.ts';

interface Candidate {
  dimension: Dimension;
  value: string;
}

/** Takes the dimension values that a question names ("Europe", "Vegan Pizza"), the longest names first. */
export function readFilters(reader: Reader, model: Model): Filter[] {
  const filters: Filter[] = [];
  for (const { dimension, value } of candidatesOf(model)) {
    const found = reader.take(patternOf(value, dimension.qualifier));
    if (found === undefined) continue;
    const exclude = found[1] !== undefined;
    const known = filters.find(
      (filter) => filter.dimension === dimension.key && (filter.exclude ?? false) === exclude,
    );
    if (known) known.values.push(value);
    else filters.push({ dimension: dimension.key, values: [value], ...(exclude && { exclude }) });
  }
  return filters.map((filter) => ({ ...filter, values: filter.values.toSorted() }));
}

function candidatesOf(model: Model): Candidate[] {
  return model.dimensions
    .flatMap((dimension) => (dimension.values ?? []).map((value) => ({ dimension, value })))
    .sort((a, b) => b.value.length - a.value.length);
}

function patternOf(value: string, qualifier: string | undefined): RegExp {
  const escaped = value.toLowerCase().replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const text = qualifier
    ? `(?:${escaped}[- ]${qualifier}|${qualifier} (?:is )?${escaped})`
    : escaped;
  return new RegExp(
    String.raw`(?:\b(without|except(?: for)?|excluding|outside(?: of)?|not in) (?:the )?)?(?<![\p{L}\p{N}])${text}(?![\p{L}\p{N}])`,
    'u',
  );
}
