import { findAnswered } from '../../questions/answered/findAnswer.ts';
import { recallText } from '../../questions/answered/recallText.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import { continueConversation } from '../../questions/sessions/continueConversation.ts';
import type { BotDeps } from '../deps.ts';
import { takeQuestion } from '../people/takeQuestion.ts';

/**
 * Asks the question of an answer once more, in the same conversation where that is still there. While the same words
 * are being asked already, another click does nothing.
 */
export async function askAgain(answerKey: string, place: Place, deps: BotDeps): Promise<void> {
  const { channel, questions, genie } = deps;
  const sessionId = sessionIdOf(place);
  const question = await findAnswered({ answerKey, sessionId }, questions);
  const words = question && (await recallText(question, genie));
  if (words === undefined) {
    const text = 'This question cannot be asked again here: only who asked it may, for a while.';
    await channel.post(place, { text });
    return;
  }
  const open = await questions.listOpen(sessionId);
  if (open.some(({ text }) => text === words)) return;
  await continueConversation(answerKey, place, deps);
  await takeQuestion(words, place, deps);
}
