import type { Question } from '../question.ts';

/** When a question counts as asked (ms since 1970): what a subscription asks, not before it is due. */
export function askedAt({ acceptedAt, run }: Pick<Question, 'acceptedAt' | 'run'>): number {
  return run ? Math.max(acceptedAt, run.dueAt) : acceptedAt;
}

/** That which was asked first. */
export function byAskedAt(one: Question, other: Question): number {
  return askedAt(one) - askedAt(other) || (one.id < other.id ? -1 : 1);
}
