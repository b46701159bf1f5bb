import { AppError } from '../../common/errors.ts';
import type { QuestionDeps } from '../deps.ts';
import type { Question } from '../question.ts';

/**
 * Makes sure that an answer is read as whom it was asked: the bot's rights can be more than its asker's, and the other way
 * around.
 *
 * @throws AppError `identity-changed`; what `Identities.identify` throws if the asker isn't signed in
 */
export async function checkIdentity(
  { place, askedAs }: Pick<Question, 'place' | 'askedAs'>,
  { identities }: Pick<QuestionDeps, 'identities'>,
): Promise<void> {
  if ((await identities.identify(place)) === askedAs) return;
  throw new AppError('identity-changed', 'It was asked as someone else');
}
