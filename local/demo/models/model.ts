/** What a space knows how to talk about: its figures, what they can be split by, and what can be listed. */
export interface Model {
  /** The table whose rows are summed up, with a one-letter alias. */
  fact: string;
  /** Further tables; one that builds on another comes after it. */
  joins: readonly Join[];
  /** The day that periods are about. */
  date: string;
  /** The first is meant when a question names none. */
  measures: readonly Measure[];
  dimensions: readonly Dimension[];
  lists: readonly List[];
}

/** SQL expressions name their tables by one-letter aliases; which joins they need follows from that. */
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
  /** Words that mean this measure only when nothing else does, such as verbs. */
  weakWords?: RegExp;
  sql: string;
  type: string;
  unit?: 'USD' | '%' | 'hours';
  /** Whether parts add up to a whole, so that shares and running totals make sense. */
  additive: boolean;
  /** The value of one thing that the measure counts, for questions such as "how many orders over 500". */
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
  /** Orders the values by their nature instead of by a measure. */
  order?: string;
  /** The values that a question can name. */
  values?: readonly string[];
  /** A word that must stand beside a value, where the value alone says too little ("high priority"). */
  qualifier?: string;
  /** For a date: how many rows back the year before is; 0 when it cannot be told. */
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
  /** Ranks the rows and is compared with amounts. */
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

/** @throws Error when the key is not one of the model's. */
export function findByKey<T extends { key: string }>(items: readonly T[], key: string): T {
  const found = items.find((item) => item.key === key);
  if (found === undefined) throw new Error(`the model has no ${key}`);
  return found;
}
