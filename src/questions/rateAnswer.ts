import type { Rating } from '../genie/types.ts';
import type { QuestionDeps } from './deps.ts';
import { type AnswerReference, findAnswered } from './findAnswered.ts';
import { idsOf } from './idsOf.ts';
import { retryOnConflict } from './retryOnConflict.ts';

export type RatingOutcome = 'rated' | 'unknown-answer';

interface RatingOfAnswer extends AnswerReference {
  rating: Rating;
  comment?: string;
}

/**
 * Sends a rating to Genie and keeps it. It is kept only after Genie took it, so that "thank you" is true; the same
 * rating again changes nothing.
 *
 * @throws GenieError when Genie did not take it
 */
export async function rateAnswer(
  { rating, comment, ...reference }: RatingOfAnswer,
  deps: Pick<QuestionDeps, 'questions' | 'genie' | 'clock' | 'log'> & { genieFeedback: boolean },
): Promise<RatingOutcome> {
  const answered = await findAnswered(reference, deps.questions);
  if (answered === undefined) return 'unknown-answer';
  if (answered.rating === rating && comment === undefined) return 'rated';

  if (deps.genieFeedback) await deps.genie.rate(idsOf(answered), rating, comment);
  await retryOnConflict(deps.clock, async () => {
    const current = await deps.questions.get(answered.id);
    if (current === undefined) return;
    const written = await deps.questions.replace(current, { ...current.value, rating });
    return written ? undefined : 'conflict';
  });
  deps.log.info('answer.rated', { questionId: answered.id, rating });
  return 'rated';
}
