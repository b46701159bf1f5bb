import { questionIdOf } from '../../questions/ids.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { readAgain } from '../messages/readAgain.ts';
import { takeQuestion } from '../people/takeQuestion.ts';
import { readerOf } from '../readerOf.ts';
import type { AnswerClick } from './answerClick.ts';

/**
 * Passes on whether an answerer may do what it asked for, as a question of its own. Both buttons make the same one, so
 * that only the first click counts, however they race; and the answer has to be the conversation's newest: nothing is
 * allowed that was asked for before something else was said.
 */
export async function decide(
  { submit, question, place }: AnswerClick<'decide'>,
  deps: BotDeps,
): Promise<void> {
  const { approval: words } = readerOf(place, deps).texts.answer;
  const say = (text: string) => deps.channel.post(place, { text });
  const askedIn = question.isPrivate ? question.place : place;
  const activityId = `decision-${question.messageId}`;
  if (await deps.questions.get(questionIdOf(askedIn, activityId))) {
    await say(words.answered);
    return;
  }
  const isNewest = await isNewestTurn(question, deps);
  const approval = isNewest ? (await readAgain(question, deps)).approval : undefined;
  if (approval === undefined) {
    await say(words.over);
    return;
  }
  const decision = { requestId: approval.id, isApproved: submit.isAllowed };
  const text = submit.isAllowed ? words.allowed : words.denied;
  await takeQuestion(text, place, deps, { askedIn, decided: { decision, activityId } });
}

/** Whether nothing was said in an answer's conversation since, and the next question would continue it. */
async function isNewestTurn(
  { id, sessionId, conversationId, messageId }: Question,
  { sessions, questions, clock }: BotDeps,
): Promise<boolean> {
  const [row, all] = await Promise.all([sessions.get(sessionId), questions.listOpen(sessionId)]);
  // What a subscription asks is said in a conversation of its own.
  const open = all.filter((other) => other.id === id || other.run === undefined);
  const session = row?.value;
  if (session === undefined || session.idleAt <= clock.now()) return false;
  if (open.some((other) => other.id !== id)) return false;
  // The answer is on the screen a moment before the session says so.
  if (open.length > 0) return session.activeQuestionId === id;
  return session.conversationId === conversationId && session.lastMessageId === messageId;
}
