import { codeOf } from '../../common/errors.ts';
import type { Rating } from '../../genie/types.ts';
import type { QuestionDeps } from '../deps.ts';
import { isEndpoint } from '../endpoint.ts';
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
 * same rating again changes nothing. The rating of an endpoint's answer is saved, and added to its trace if it has one.
 *
 * @param answered from `findAnswered`
 * @returns the updated question; `undefined` if it already had this rating
 * @throws GenieError if Genie did not accept it; AppError if it isn't asked as whom it was before
 */
export async function rateAnswer(
  answered: Question,
  given: GivenRating,
  deps: RatingDeps & { genieFeedback: boolean },
): Promise<Question | undefined> {
  if (isGiven(answered, given)) return undefined;

  const isOfEndpoint = isEndpoint(answered.spaceId);
  if (deps.genieFeedback && !isOfEndpoint) await send(answered, given, deps);
  const rated = await save(answered, given, deps);
  if (rated && isOfEndpoint) {
    // Few of its answers have a trace to which it can be added, so it's only said to be saved.
    await send(answered, given, deps).catch((error: unknown) => {
      deps.log.warn('rating.unsent', { questionId: answered.id, code: codeOf(error), error });
    });
  }
  return rated;
}

type RatingDeps = Pick<QuestionDeps, 'questions' | 'genie' | 'identities' | 'clock' | 'log'>;

async function send(
  answered: Question,
  { rating, comment }: GivenRating,
  deps: RatingDeps,
): Promise<void> {
  await checkIdentity(answered, deps);
  await deps.genie.rate(idsOf(answered), rating, comment);
}

function save(
  answered: Question,
  given: GivenRating,
  deps: RatingDeps,
): Promise<Question | undefined> {
  const { rating, comment } = given;
  return retryOnConflict(deps.clock, async () => {
    const current = await deps.questions.get(answered.id);
    if (current === undefined || isGiven(current.value, given)) return undefined;
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

function isGiven(question: Question, { rating, comment }: GivenRating): boolean {
  return (
    (question.rating ?? 'NONE') === rating &&
    (comment === undefined || question.ratingComment === comment)
  );
}
