import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { ratingCard } from '../../cards/talk/ratingCard.ts';
import { recallText } from '../../questions/answered/recallText.ts';
import { answerKeyOf } from '../../questions/ids.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { cardChannelOf } from '../place.ts';

/** The message that shows how an answer was rated, and lets its asker change that. */
export async function ratingMessage(
  question: Question,
  { genieFeedback, genie }: Pick<BotDeps, 'genieFeedback' | 'genie'>,
): Promise<OutgoingMessage> {
  return ratingCard({
    channel: cardChannelOf(question.place),
    answerKey: answerKeyOf(question),
    question: (await recallText(question, genie)) ?? '',
    ...(question.rating && { rating: question.rating }),
    hasComment: question.ratingComment !== undefined,
    sendsRatings: genieFeedback,
  });
}
