import type { Plan } from './plan.ts';

/** What could be read from one question, which might be only part of one. */
export interface Parts extends Partial<Plan> {
  measures: string[];
  dimensions: string[];
  filters: NonNullable<Plan['filters']>;
  /** "top", "most", "least" and the like, if they were said. */
  rank?: 'most' | 'least';
  /** Asks for a trend over time. */
  trend?: boolean;
  /** Asks how something is going without naming a figure. */
  vague?: boolean;
}

/** Whether nothing that was read says what is being asked for. */
export function isEmpty({ measures, dimensions, filters, vague: _, ...said }: Parts): boolean {
  const lists = [measures, dimensions, filters];
  return lists.every((list) => list.length === 0) && Object.keys(said).length === 0;
}
