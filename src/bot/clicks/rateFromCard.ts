import type { CardSubmit } from '../../cards/parts/cardSubmit.ts';
import { codeOf } from '../../common/errors.ts';
import { findAnswered } from '../../questions/answered/findAnswer.ts';
import { type GivenRating, rateAnswer } from '../../questions/answered/rateAnswer.ts';
import { newErrorId, sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { ratingMessage } from '../messages/ratingMessage.ts';
import { sorryText } from '../messages/sorryText.ts';
import { canUpdateClicked } from '../place.ts';

/**
 * Sends a thumb, or the comment to one, to Genie, and says truthfully what became of it. A second click does nothing.
 *
 * @param clickedId the activity whose button was clicked: where it may be updated, it shows what was given
 */
export async function rateFromCard(
  submit: Extract<CardSubmit, { action: 'rate' | 'comment' }>,
  place: Place,
  deps: BotDeps,
  clickedId: string | undefined,
): Promise<void> {
  const reference = { answerKey: submit.answer, sessionId: sessionIdOf(place) };
  const question = await findAnswered(reference, deps.questions);
  if (question === undefined) {
    await deps.channel.post(place, { text: notYours });
    return;
  }
  const given = toRating(submit);
  const rated = given && (await rateOrSaySorry(question, given, place, deps));
  if (rated === undefined) return;
  const message = await ratingMessage(rated, deps);
  if (clickedId && canUpdateClicked(place)) await deps.channel.update(place, clickedId, message);
  else await deps.channel.post(place, message);
}

export const notYours =
  'This answer cannot be rated here: only who asked may rate it, for a while.';

/** As `rateAnswer`; where Genie did not take the rating, the person is told so. */
export async function rateOrSaySorry(
  question: Question,
  given: GivenRating,
  place: Place,
  deps: BotDeps,
): Promise<Question | undefined> {
  try {
    return await rateAnswer(question, given, deps);
  } catch (error) {
    const errorId = newErrorId();
    const code = codeOf(error);
    deps.log.error('rating.failed', { errorId, code, error });
    const lead =
      code === 'storage' ? 'Your rating is not kept.' : 'Your rating did not reach Genie.';
    const text = sorryText(lead, error, errorId, deps.adminContact);
    await deps.channel.post(place, { text });
    return undefined;
  }
}

/** A comment says what was wrong; an empty one says nothing. */
function toRating(submit: Extract<CardSubmit, { action: 'rate' | 'comment' }>) {
  if (submit.action === 'rate') return { rating: submit.rating };
  const comment = submit.comment?.trim();
  return comment ? { rating: 'NEGATIVE' as const, comment } : undefined;
}
