import type { Answer } from '../../answers/answer.ts';
import type { ChartWish } from '../../answers/chart.ts';
import { answerCard } from '../../cards/answer/answerCard.ts';
import type { TablePage } from '../../cards/answer/view.ts';
import type { OutgoingMessage } from '../../cards/parts/outgoingMessage.ts';
import type { Clock } from '../../common/clock.ts';
import type { Log } from '../../common/log.ts';
import { withPatience } from '../../common/timeLimit.ts';
import type { ExportLinks } from '../../exports/exportLinks.ts';
import type { QuestionSettings } from '../../questions/deps.ts';
import { isEndpoint } from '../../questions/endpoint.ts';
import { answerKeyOf } from '../../questions/ids.ts';
import { channelOf, type Place } from '../../questions/place.ts';
import type { Genie } from '../../questions/ports.ts';
import type { Question } from '../../questions/question.ts';
import type { FeedbackTokens } from '../feedbackTokens.ts';
import { originOf } from '../place.ts';
import { type ReadingSettings, readerOf } from '../readerOf.ts';
import { chartsFor } from './chartsFor.ts';
import { whyNotHere } from './whyNotHere.ts';

/** How long an answer waits for the title of its space, which is only a footer. */
const titlePatienceMs = 2_000;

export interface AnswerMessageDeps extends ReadingSettings {
  genieOf: (place: Place) => Pick<Genie, 'describeSpace'>;
  clock: Clock;
  log: Log;
  /** Whether tables are also shown as charts. */
  charts: boolean;
  feedbackCards: boolean;
  feedbackTokens: FeedbackTokens;
  /** Absent if downloads are off. */
  exportLinks: ExportLinks | undefined;
  settings: Pick<QuestionSettings, 'subscriptions'>;
  /** Whether a suggestion can be a button. */
  isQuestion(text: string): boolean;
}

/** What the asker or the channel wants to be different. */
export interface Wishes {
  wish?: ChartWish;
  page?: TablePage;
  /** It's for everyone where the question was asked. */
  isShared?: true;
  /** It isn't below its question. */
  isApart?: true;
  /** The texts are sent beside the card, which has the rest. */
  isTextSent?: true;
  /** A smaller size limit than usual, in bytes of UTF-16. */
  maxBytes?: number | undefined;
}

/** The message that shows an answer where it was asked for. */
export async function answerMessage(
  question: Question,
  { suggestions, ...found }: Answer,
  deps: AnswerMessageDeps,
  { wish, page, isShared, isApart, isTextSent, maxBytes }: Wishes = {},
): Promise<OutgoingMessage> {
  const { genieOf, clock, feedbackCards, feedbackTokens, exportLinks, isQuestion } = deps;
  const answer = { ...found, suggestions: suggestions.filter(isQuestion) };
  const { place, text, acceptedAt, answeredAt, rating, startedAnew, spaceId, decision } = question;
  // Nobody can type that as a question, but a subscription can ask it.
  const isCommand = question.run !== undefined && !isQuestion(text ?? '');
  const [space, charts] = await Promise.all([
    spaceId &&
      withPatience(titlePatienceMs, clock, genieOf(place).describeSpace(spaceId)).catch(
        () => undefined,
      ),
    chartsFor(question, answer, wish, deps),
  ]);
  const message = answerCard(answer, {
    ...readerOf(place, deps),
    answerKey: answerKeyOf(question),
    // A button said it: nobody typed it.
    question: decision ? '' : (text ?? ''),
    ...((decision || isCommand) && { isAskedOnce: true }),
    ...(whyNotHere(place, deps) === undefined && { canSubscribe: true }),
    ...(isEndpoint(spaceId) && { isFromEndpoint: true }),
    durationMs: (answeredAt ?? clock.now()) - acceptedAt,
    feedback: feedbackCards,
    downloads: exportLinks !== undefined && !isShared,
    ...(isShared ? { isShared } : question.isPrivate && { askedIn: originOf(place) }),
    ...((isApart || isShared || question.isAgain) && { isApart: true }),
    ...(charts && { charts }),
    ...(page && { page }),
    ...(isTextSent && { isTextSent }),
    ...(maxBytes && { maxBytes }),
    ...(question.run && { run: question.run }),
    ...(startedAnew && { startedAnew }),
    ...(rating && { rating }),
    ...(space && { spaceTitle: space.title }),
  });
  return { ...message, ...(await pageData(question, message, feedbackTokens)) };
}

/** What a page that embeds the chat needs to rate the answer. Teams has no such page, and others could see it there. */
async function pageData(
  { id, place }: Question,
  { channelData }: OutgoingMessage,
  tokens: FeedbackTokens,
) {
  if (!channelOf(place).isInPage) return {};
  // Best effort: an answer that can't be rated is better than none.
  const feedbackToken = await tokens.sign(id).catch(() => undefined);
  return feedbackToken ? { channelData: { ...channelData, answerId: id, feedbackToken } } : {};
}
