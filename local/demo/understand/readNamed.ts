import type { Dimension, Measure, Model } from '../models/model.ts';
import type { Reader } from './reader.ts';

/** The keys of the measures and dimensions that a question names, each in the order they are named. */
export interface Named {
  measures: string[];
  dimensions: string[];
}

/**
 * Takes the measures and dimensions that are named. Of overlapping names, such as "orders" and "order status", the
 * longer one wins. Verbs such as "sell" name a measure only if nothing else does.
 */
export function readNamed(reader: Reader, model: Model): Named {
  const keys = takeLongestFirst(reader, [...model.measures, ...model.dimensions]);
  const measures = keysAmong(model.measures, keys);
  const dimensions = keysAmong(model.dimensions, keys);
  if (measures.length > 0) return { measures, dimensions };
  const weak = model.measures.find(({ weakWords }) => weakWords && reader.take(weakWords));
  return { measures: weak ? [weak.key] : [], dimensions };
}

function takeLongestFirst(reader: Reader, items: readonly (Measure | Dimension)[]): string[] {
  const found: { key: string; at: number }[] = [];
  for (;;) {
    let longest: { item: Measure | Dimension; match: RegExpExecArray } | undefined;
    for (const item of items) {
      const match = item.words.exec(reader.text());
      if (match && match[0].length > (longest?.match[0].length ?? 0)) longest = { item, match };
    }
    if (longest === undefined) break;
    reader.take(longest.item.words);
    found.push({ key: longest.item.key, at: longest.match.index });
  }
  const keys = found.sort((a, b) => a.at - b.at).map(({ key }) => key);
  return [...new Set(keys)];
}

function keysAmong(items: readonly { key: string }[], keys: readonly string[]): string[] {
  return keys.filter((key) => items.some((item) => item.key === key));
}
