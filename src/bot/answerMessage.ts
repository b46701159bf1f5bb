import type { Answer } from '../answers/answer.ts';
import { answerCard } from '../cards/answerCard.ts';
import type { Clock } from '../clock.ts';
import { answerKeyOf } from '../questions/ids.ts';
import type { Genie } from '../questions/ports.ts';
import type { Question } from '../questions/question.ts';
import { cardChannelOf } from './cardChannelOf.ts';
import type { Outgoing } from './channel.ts';

export interface AnswerMessageDeps {
  genie: Pick<Genie, 'describeSpace'>;
  clock: Clock;
  feedbackCards: boolean;
}

/**
 * The message that shows an answer in the place it was asked in.
 *
 * @param maxBytes the most it may have, in bytes of UTF-16, where that is less than usual
 */
export async function answerMessage(
  question: Question,
  answer: Answer,
  { genie, clock, feedbackCards }: AnswerMessageDeps,
  maxBytes?: number,
): Promise<Outgoing> {
  const { place, text, acceptedAt, answeredAt, rating, startedAnew, spaceId } = question;
  // A footer without the space's title is no reason to keep an answer back.
  const space = spaceId && (await genie.describeSpace(spaceId).catch(() => undefined));
  const message = answerCard(answer, {
    channel: cardChannelOf(place),
    answerKey: answerKeyOf(question),
    question: text,
    durationMs: (answeredAt ?? clock.now()) - acceptedAt,
    feedback: feedbackCards,
    ...(maxBytes && { maxBytes }),
    ...(startedAnew && { startedAnew }),
    ...(rating && { rating }),
    ...(place.locale && { locale: place.locale }),
    ...(space && { spaceTitle: space.title }),
  });
  return message as Outgoing;
}
