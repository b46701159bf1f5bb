import type { Rating } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';
import { idsOf } from '../question.ts';
import { retryOnConflict } from '../retryOnConflict.ts';
import { checkIdentity } from './checkIdentity.ts';

export interface GivenRating {
  rating: Rating;
  comment?: string;
}

/**
 * Sends a rating to Genie, then saves it. It is saved only once Genie has accepted it, so that "thank you" is true; the
 * same rating again changes nothing.
 *
 * @param answered from `findAnswered`
 * @returns the updated question; `undefined` if it already had this rating
 * @throws GenieError if Genie did not accept it; AppError if it isn't asked as whom it was before
 */
export async function rateAnswer(
  answered: Question,
  { rating, comment }: GivenRating,
  deps: Pick<QuestionDeps, 'questions' | 'genie' | 'identities' | 'clock' | 'log'> & {
    genieFeedback: boolean;
  },
): Promise<Question | undefined> {
  const isGiven = (question: Question) =>
    (question.rating ?? 'NONE') === rating &&
    (comment === undefined || question.ratingComment === comment);
  if (isGiven(answered)) return undefined;

  if (deps.genieFeedback) {
    await checkIdentity(answered, deps);
    await deps.genie.rate(idsOf(answered), rating, comment);
  }
  return retryOnConflict(deps.clock, async () => {
    const current = await deps.questions.get(answered.id);
    if (current === undefined || isGiven(current.value)) return undefined;
    const { ratingComment: _earlier, ...question } = current.value;
    const written = await deps.questions.replace(current, {
      ...question,
      rating,
      ...(comment && { ratingComment: comment }),
    });
    if (written) deps.log.info('answer.rated', { questionId: answered.id, rating });
    return written?.value ?? 'conflict';
  });
}
