import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import { ratingCard } from '../../cards/talk/ratingCard.ts';
import { recallText } from '../../questions/answered/recallText.ts';
import { isEndpoint } from '../../questions/endpoint.ts';
import { answerKeyOf } from '../../questions/ids.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';

/** The message that shows how an answer was rated, and lets its asker change that. */
export async function ratingMessage(
  question: Question,
  deps: Pick<BotDeps, 'genieFeedback' | 'genie'> & ReadingSettings,
): Promise<OutgoingMessage> {
  return ratingCard({
    ...readerOf(question.place, deps),
    answerKey: answerKeyOf(question),
    question: (await recallText(question, deps.genie)) ?? '',
    ...(question.rating && { rating: question.rating }),
    hasComment: question.ratingComment !== undefined,
    sendsRatings: deps.genieFeedback && !isEndpoint(question.spaceId),
  });
}
