import type { BotDeps } from '../deps.ts';
import { answerMessage } from '../messages/answerMessage.ts';
import { readAgain } from '../messages/readAgain.ts';
import { postCopy } from '../sending/postCopy.ts';
import { sendFitting } from '../sending/sendFitting.ts';
import type { AnswerClick } from './answerClick.ts';

/** Reads an answer from Genie again, and posts it as a reply to the click. */
export async function showAnswer(
  { question, place }: AnswerClick<'show'>,
  deps: BotDeps,
): Promise<void> {
  const answer = await readAgain(question, deps.genie);
  await sendFitting(
    (maxBytes) => answerMessage(question, answer, deps, { maxBytes }),
    (message) => postCopy(question, message, place, deps),
  );
}
