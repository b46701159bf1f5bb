import type { QuestionDeps } from './deps.ts';
import type { Question } from './question.ts';

/** What the row of every question is given at its end, whichever that is (`now` in ms since 1970). */
export function endingAt(
  now: number,
  { settings, sessionIdleMs }: Pick<QuestionDeps, 'settings' | 'sessionIdleMs'>,
): Pick<Question, 'endedAt' | 'expiresAt' | 'wordsUntil'> {
  return {
    endedAt: now,
    expiresAt: now + settings.keepQuestionsMs,
    ...(!settings.keepWords && { wordsUntil: now + sessionIdleMs }),
  };
}
