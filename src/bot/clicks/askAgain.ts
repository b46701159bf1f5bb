import { recallText } from '../../questions/answered/recallText.ts';
import { continueConversation } from '../../questions/sessions/continueConversation.ts';
import type { BotDeps } from '../deps.ts';
import { takeQuestion } from '../people/takeQuestion.ts';
import { readerOf } from '../readerOf.ts';
import type { AnswerClick } from './answerClick.ts';

/**
 * Asks the question of an answer again, in the same conversation if that still exists. While the same words are being
 * asked already, another click does nothing.
 */
export async function askAgain(
  { submit, question, place }: AnswerClick<'again'>,
  deps: BotDeps,
): Promise<void> {
  const { channel, questions, genie } = deps;
  const words = await recallText(question, genie);
  if (words === undefined) {
    const text = readerOf(place, deps).texts.lastAnswer.notRecalled;
    await channel.post(place, { text });
    return;
  }
  const open = await questions.listOpen(question.sessionId);
  // What a subscription asks meanwhile is another matter.
  if (open.some(({ text, run }) => text === words && run === undefined)) return;
  // A private answer is elsewhere than its question.
  const askedIn = question.isPrivate ? question.place : place;
  await continueConversation(submit.answer, askedIn, deps);
  await takeQuestion(words, place, deps, { askedIn, replaces: question.messageId });
}
