import type { Plan } from './plan.ts';

/** What could be read from one question, which need not be a whole one. */
export interface Parts extends Partial<Plan> {
  measures: string[];
  dimensions: string[];
  filters: NonNullable<Plan['filters']>;
  /** "top", "most", "least" and the like, when they were said. */
  rank?: 'most' | 'least';
  /** Asks for a development over time. */
  trend?: boolean;
  /** Asks how something is going without saying which figure. */
  vague?: boolean;
}

/** Whether nothing was read that says what is asked for. */
export function isEmpty({ measures, dimensions, filters, vague: _, ...said }: Parts): boolean {
  const lists = [measures, dimensions, filters];
  return lists.every((list) => list.length === 0) && Object.keys(said).length === 0;
}
