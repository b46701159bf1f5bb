import { codeOf } from '../../common/errors.ts';
import { type GivenRating, rateAnswer } from '../../questions/answered/rateAnswer.ts';
import { newErrorId } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { ratingMessage } from '../messages/ratingMessage.ts';
import { isNoFault, sorryText } from '../messages/sorryText.ts';
import { canUpdateClicked } from '../place.ts';
import { readerOf } from '../readerOf.ts';
import { updateOrPost } from '../sending/updateOrPost.ts';
import type { AnswerClick } from './answerClick.ts';

type RatingClick = AnswerClick<'rate' | 'comment'>;

/**
 * Sends a thumb, or the comment on one, to Genie, and says truthfully what became of it: in the clicked card if it can
 * be updated. The same thumb again does nothing.
 */
export async function rateFromCard(
  { submit, question, place, clickedId }: RatingClick,
  deps: BotDeps,
): Promise<void> {
  const given = toRating(submit);
  const rated = given && (await rateOrSaySorry(question, given, place, deps));
  if (rated === undefined) return;
  const message = await ratingMessage(rated, deps);
  const { channel } = deps;
  const post = () => channel.post(place, message);
  if (clickedId && canUpdateClicked(place)) {
    await updateOrPost(() => channel.update(place, clickedId, message), post);
  } else {
    await post();
  }
}

/** Like `rateAnswer`, but tells the person if the rating could not be sent or saved. */
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
    if (isNoFault(error)) deps.log.info('request.declined', { action: 'rate', code });
    else deps.log.error('rating.failed', { errorId, code, error });
    const { texts } = readerOf(place, deps);
    const { notSaved, notSent } = texts.lastAnswer.rating;
    const lead = code === 'storage' ? notSaved : notSent;
    const { adminContact } = deps;
    const identity = deps.signIn ? 'person' : 'bot';
    const text = sorryText({ lead, error, errorId, identity, adminContact }, texts);
    await deps.channel.post(place, { text });
    return undefined;
  }
}

/** A comment says what was wrong, so it counts as a thumbs-down. An empty one is ignored. */
function toRating(submit: RatingClick['submit']) {
  if (submit.action === 'rate') return { rating: submit.rating };
  const comment = submit.comment?.trim();
  return comment ? { rating: 'NEGATIVE' as const, comment } : undefined;
}
