import type { BotDeps } from '../deps.ts';
import { readAgain } from '../messages/readAgain.ts';
import { showAgain } from '../sending/showAgain.ts';
import type { AnswerClick } from './answerClick.ts';

/** Reads an answer from Genie again, and posts it as a reply to the click. */
export async function showAnswer(
  { question, place }: AnswerClick<'show'>,
  deps: BotDeps,
): Promise<void> {
  await showAgain(question, await readAgain(question, deps), place, deps);
}
