import { parseAnswerKey, sessionIdOf } from '../ids.ts';
import { beginsThreads, threadBelow } from '../place.ts';
import type { QuestionStore } from '../ports.ts';
import type { Question } from '../question.ts';
import type { Session } from '../session.ts';
import { isShown } from './isShown.ts';

/** How a card or a page refers to an answer. */
export interface AnswerReference {
  answerKey: string;
  /** The session of the person acting on the answer, if known: only the asker can. */
  sessionId?: string;
}

/** The question behind an answer; `undefined` for a key we did not make, or someone else's answer. */
export async function findAnswered(
  { answerKey, sessionId }: AnswerReference,
  questions: QuestionStore,
): Promise<Question | undefined> {
  const key = parseAnswerKey(answerKey);
  if (key === undefined) return undefined;
  const question = (await questions.get(key.questionId))?.value;
  if (question === undefined || question.nonce !== key.nonce) return undefined;
  if (sessionId !== undefined && !sessionsOf(question).includes(sessionId)) return undefined;
  return question.messageId === undefined ? undefined : question;
}

/**
 * The sessions in which the asker can act on an answer: the question's own, that of the chat it went to, and that of the
 * thread which it began in a channel.
 */
function sessionsOf({ sessionId, place, answerTo, answerActivityId }: Question): string[] {
  const isPost = beginsThreads(place) && answerActivityId !== undefined;
  return [
    sessionId,
    ...(answerTo ? [sessionIdOf(answerTo)] : []),
    ...(isPost ? [sessionIdOf(threadBelow(place, answerActivityId))] : []),
  ];
}

/** The one of some questions whose answer an activity shows. */
export function findAnswerShownIn(
  activityId: string,
  questions: readonly Question[],
): Question | undefined {
  return questions.find(
    (question) => question.messageId !== undefined && activityIdsOf(question).includes(activityId),
  );
}

/** The activities that show a question's answer. The progress message becomes it a moment before the row says so. */
export function activityIdsOf({
  answerActivityId,
  progressActivityId,
  copyActivityIds = [],
}: Question) {
  return [answerActivityId ?? progressActivityId, ...copyActivityIds];
}

/**
 * The one of some questions whose answer a session's person saw last, or would have seen if the channel had accepted it.
 */
export function findLastAnswered(
  { forgottenAt = 0 }: Pick<Session, 'forgottenAt'>,
  questions: readonly Question[],
): Question | undefined {
  return questions
    .filter((each) => isAnswered(each) && isShown(each) && answeredAt(each) > forgottenAt)
    .sort((a, b) => answeredAt(a) - answeredAt(b))
    .at(-1);
}

/** An answer may be on the screen a moment before its row says that it was delivered. */
function isAnswered({ state, conversationDeleted, failure }: Question): boolean {
  const isStuck = failure?.code === 'undeliverable' || failure?.code === 'delivery-unsure';
  return (state === 'answered' || state === 'delivered' || isStuck) && !conversationDeleted;
}

/** What a subscription asked is shown when it's due, not when Genie was done. */
function answeredAt({ answeredAt = 0, run }: Question): number {
  return Math.max(answeredAt, run?.dueAt ?? 0);
}
