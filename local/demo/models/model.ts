/** What a space can talk about: its figures, what they can be split by, and what can be listed. */
export interface Model {
  /** The table whose rows are aggregated, with a one-letter alias. */
  fact: string;
  /** More tables; one that builds on another comes after it. */
  joins: readonly Join[];
  /** The date that periods refer to. */
  date: string;
  /** The first is the default if a question names none. */
  measures: readonly Measure[];
  dimensions: readonly Dimension[];
  lists: readonly List[];
}

/** SQL expressions name their tables by one-letter aliases; the aliases decide which joins they need. */
interface Join {
  alias: string;
  sql: string;
}

export interface Measure {
  key: string;
  /** The result's column. */
  column: string;
  /** In sentences: "revenue". */
  noun: string;
  words: RegExp;
  /** Words that mean this measure only if nothing else does, such as verbs. */
  weakWords?: RegExp;
  sql: string;
  type: string;
  unit?: 'USD' | '%' | 'hours';
  /** Whether the parts add up to a whole, so that shares and running totals make sense. */
  additive: boolean;
  /** The value of one counted item, for questions such as "how many orders over 500". */
  each?: string;
}

export interface Dimension {
  key: string;
  column: string;
  noun: string;
  plural: string;
  words: RegExp;
  sql: string;
  type: string;
  /** Sorts the values in their own order instead of by a measure. */
  order?: string;
  /** The values that a question can name. */
  values?: readonly string[];
  /** A word that must stand next to a value that says too little alone ("high priority"). */
  qualifier?: string;
  /** For a date: how many rows back the previous year is; 0 if unknown. */
  perYear?: number;
}

export interface List {
  key: string;
  /** In sentences: "orders". */
  noun: string;
  singular: string;
  words: RegExp;
  from: string;
  /** Identifies a row, also in the model's own joins. */
  id: string;
  /** Absent: the rows have no date of their own. */
  date?: string;
  columns: readonly ListColumn[];
  /** Shown when all details are asked for. */
  details: readonly ListColumn[];
  order: string;
  /** Ranks the rows, and is compared with amounts. */
  amount?: string;
  conditions: readonly Condition[];
}

interface ListColumn {
  column: string;
  sql: string;
  type: string;
}

interface Condition {
  key: string;
  words: RegExp;
  phrase: string;
  sql: string;
}

/** @throws Error when the model has no such key. */
export function findByKey<T extends { key: string }>(items: readonly T[], key: string): T {
  const found = items.find((item) => item.key === key);
  if (found === undefined) throw new Error(`the model has no ${key}`);
  return found;
}
