/** A question as the demo understood it. Measures, dimensions and lists are named by their keys in the space's model. */
export interface Plan {
  /** Rows as they are, such as the orders themselves; if absent, figures are computed. */
  list?: string;
  /** The first is the one to rank by. */
  measures: string[];
  dimensions: string[];
  filters: Filter[];
  period?: Period;
  /** A further restriction of a list, by its key there, or `without-facts`: rows with no matching facts. */
  condition?: string;
  threshold?: Threshold;
  sort?: Sort;
  limit?: number;
  /** Adds each row's share of the total. */
  share?: boolean;
  /** Adds the change from the year before. */
  growth?: boolean;
  /** Adds a running total. */
  running?: boolean;
  /** All columns of a list. */
  wide?: boolean;
}

export interface Filter {
  dimension: string;
  values: string[];
  /** All except these. */
  exclude?: boolean;
}

/** A period, as SQL expressions for its first day and the day after its last. */
export interface Period {
  /** As it reads in a sentence: "last month", "in 2025". */
  label: string;
  from?: string;
  to?: string;
}

/** `measure` absent: the main one, or a list's amount. */
export interface Threshold {
  operator: '>' | '>=' | '<' | '<=';
  value: number;
}

export interface Sort {
  /** The key of a measure or dimension. */
  by: string;
  descending: boolean;
}
