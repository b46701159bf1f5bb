import type { QuestionDeps } from './deps.ts';
import type { Question } from './question.ts';

/** Has the progress of a cancelled question say so. That it cannot changes nothing. */
export async function showCancelled(
  question: Question,
  { courier, log }: Pick<QuestionDeps, 'courier' | 'log'>,
): Promise<void> {
  await courier.showCancelled(question).catch((error: unknown) => {
    log.warn('progress.notEnded', { questionId: question.id, error });
  });
}
