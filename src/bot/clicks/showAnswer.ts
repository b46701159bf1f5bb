import { findAnswered } from '../../questions/answered/findAnswer.ts';
import { sessionIdOf } from '../../questions/ids.ts';
import type { Place } from '../../questions/place.ts';
import type { BotDeps } from '../deps.ts';
import { answerMessage } from '../messages/answerMessage.ts';
import { readAgain } from '../messages/readAgain.ts';
import { postCopy } from '../sending/postCopy.ts';
import { sendFitting } from '../sending/sendFitting.ts';

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
