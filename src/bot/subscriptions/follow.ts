import { questionIdOf } from '../../questions/ids.ts';
import { idsOf } from '../../questions/question.ts';
import { continueConversation, goOnWith } from '../../questions/sessions/continueConversation.ts';
import type { AnswerClick } from '../clicks/answerClick.ts';
import type { BotDeps } from '../deps.ts';
import { takeQuestion } from '../people/takeQuestion.ts';

/**
 * Asks what is suggested below an answer of a subscription, in that answer's conversation: its asker might be talking
 * about something else by now. A redelivery asks the same question, and changes nothing.
 */
export async function follow(
  { submit, question, place }: AnswerClick<'follow'>,
  deps: BotDeps,
): Promise<void> {
  if (await deps.questions.get(questionIdOf(place, place.activityId ?? ''))) return;
  const found = await continueConversation(submit.answer, place, deps);
  if (found === undefined) {
    // It was asked for another place: a channel, or one that others read.
    const { conversationId: id, messageId: lastMessageId, spaceId } = idsOf(question);
    const { askedAs } = question;
    await goOnWith({ id, spaceId, lastMessageId, ...(askedAs && { askedAs }) }, place, deps);
  }
  await takeQuestion(submit.question, place, deps, { askedIn: place });
}
