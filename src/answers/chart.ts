import type { AnswerColumn } from './answer.ts';

/** What people may ask an answer to be shown as. */
export type ChartWish = 'line' | 'bar' | 'donut' | 'table';

/** A chart of one table, as chosen by `chooseChart.ts`: plain data that doesn't depend on how it is drawn. */
export interface Chart {
  kind: 'line' | 'bar' | 'horizontal-bar' | 'donut';
  /** The name of the column whose values are the points. */
  category: string;
  /** The names of the points, from left to right or from top to bottom, as people read them. */
  labels: string[];
  /** The points' dates and times in ISO 8601, if the distances between them matter. */
  times?: string[];
  series: ChartSeries[];
  /** The last point or series is the sum of so many. It has no name yet: that depends on who reads it. */
  summedUp?: { points?: number; series?: number };
  /** Genie didn't return every row, so what is largest here might not be the largest of all. */
  isPart?: true;
  /** What the chart leaves out or sums up. */
  notes: ChartNote[];
}

/** One line, one set of bars, or the slices of a donut. */
export interface ChartSeries {
  name: string;
  /** The column that the values come from. */
  column: AnswerColumn;
  /** One for each label: the wire's texts, each a finite number; `null` where there is none. */
  values: (string | null)[];
}

/** What the reader of a chart has to know about it, said in their language by the card. */
export type ChartNote =
  | { says: 'largest' | 'latest' | 'evenly-spaced'; shown: number; total: number }
  | { says: 'summed-up'; count: number }
  | { says: 'without-total' | 'more-numbers' | 'returned-rows' };
