import { findAnswered } from '../questions/findAnswered.ts';
import { sessionIdOf } from '../questions/ids.ts';
import type { Place } from '../questions/question.ts';
import { answerMessage } from './answerMessage.ts';
import type { BotDeps } from './deps.ts';
import { postCopy } from './postCopy.ts';
import { readAgain } from './readAgain.ts';
import { sendFitting } from './sendFitting.ts';

/** Shows an answer once more, read from Genie anew, as a reply to the click that asked for it. */
export async function showAnswer(answerKey: string, place: Place, deps: BotDeps): Promise<void> {
  const { channel, genie, questions } = deps;
  const question = await findAnswered({ answerKey, sessionId: sessionIdOf(place) }, questions);
  if (question === undefined) {
    await channel.post(place, { text: 'This answer cannot be shown here any more.' });
    return;
  }
  const answer = await readAgain(question, genie);
  await sendFitting(
    (maxBytes) => answerMessage(question, answer, deps, { maxBytes }),
    (message) => postCopy(question, message, place, deps),
  );
}
