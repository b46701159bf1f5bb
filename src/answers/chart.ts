import type { AnswerColumn } from './answer.ts';

/** What people may ask an answer to be shown as. */
export type ChartWish = 'line' | 'bar' | 'donut' | 'table';

/** A chart of one table, as `chooseChart.ts` chooses it: plain data, whoever draws it. */
export interface Chart {
  kind: 'line' | 'bar' | 'horizontal-bar' | 'donut';
  /** What the points tell apart: the name of a column. */
  category: string;
  /** The names of the points, from left to right or from top to bottom, as people read them. */
  labels: string[];
  /** The points' dates and times in ISO 8601, where their distances count. */
  times?: string[];
  series: ChartSeries[];
  /** What the chart leaves out or sums up, in sentences. */
  notes: string[];
}

/** One line, one set of bars, or the slices of a donut. */
export interface ChartSeries {
  name: string;
  /** The column that the values come from. */
  column: AnswerColumn;
  /** One for each label: the wire's texts, each a finite number; `null` where there is none. */
  values: (string | null)[];
}
