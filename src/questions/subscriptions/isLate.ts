import type { Question } from '../question.ts';

/** Within this time after it was due, an answer is caught up. */
export const caughtUpMs = 3_600_000;

/**
 * Whether a run was left lying for so long, with the bot down, that its answer is no longer shown. One that waits for
 * something isn't late, and what may be on the screen is seen through.
 */
export function isLate(question: Question, now: number): boolean {
  const { run, sending, acceptedAt, startAt, askedAt, answeredAt, signIn } = question;
  if (run === undefined || sending !== undefined) return false;
  const lookedAt = [startAt, askedAt, answeredAt, signIn?.until].map((time) => time ?? 0);
  return now > Math.max(run.dueAt, acceptedAt, ...lookedAt) + caughtUpMs;
}
