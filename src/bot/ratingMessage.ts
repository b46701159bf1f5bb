import { ratingCard } from '../cards/ratingCard.ts';
import { answerKeyOf } from '../questions/ids.ts';
import type { Question } from '../questions/question.ts';
import { recallText } from '../questions/recallText.ts';
import { cardChannelOf } from './cardChannelOf.ts';
import type { Outgoing } from './channel.ts';
import type { BotDeps } from './deps.ts';

/** The message that shows how an answer was rated, and lets its asker rate it otherwise. */
export async function ratingMessage(
  question: Question,
  { genieFeedback, genie }: Pick<BotDeps, 'genieFeedback' | 'genie'>,
): Promise<Outgoing> {
  const message = ratingCard({
    channel: cardChannelOf(question.place),
    answerKey: answerKeyOf(question),
    question: (await recallText(question, genie)) ?? '',
    ...(question.rating && { rating: question.rating }),
    hasComment: question.ratingComment !== undefined,
    sendsRatings: genieFeedback,
  });
  return message as Outgoing;
}
