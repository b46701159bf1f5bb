import type { Answer } from '../../answers/answer.ts';
import type { Place } from '../../questions/place.ts';
import type { Question } from '../../questions/question.ts';
import type { BotDeps } from '../deps.ts';
import { answerMessage, type Wishes } from '../messages/answerMessage.ts';
import { readerOf } from '../readerOf.ts';
import { postCopy } from './postCopy.ts';
import { sendFitting } from './sendFitting.ts';

/** Posts an answer that was read again, as a copy. */
export async function showAgain(
  question: Question,
  answer: Answer,
  place: Place,
  deps: BotDeps,
  wishes: Wishes = {},
): Promise<void> {
  await sendFitting(
    (maxBytes) => answerMessage(question, answer, deps, { ...wishes, isApart: true, maxBytes }),
    (message) => postCopy(question, message, place, deps),
    readerOf(place, deps).texts,
  );
}
