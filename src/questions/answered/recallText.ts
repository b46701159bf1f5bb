import { wordsIn } from '../askerLabel.ts';
import type { Genie } from '../ports.ts';
import type { Question } from '../question.ts';
import { idsOf } from '../question.ts';

/** In real time: the person is waiting for more than this text. */
const patienceMs = 5_000;

/**
 * The text of a question that reached Genie, read from Genie if the row has forgotten it; `undefined` if it can't be
 * read.
 */
export async function recallText(
  question: Question,
  genie: Pick<Genie, 'getMessage'>,
): Promise<string | undefined> {
  if (question.text !== undefined) return question.text;
  try {
    const { content } = await genie.getMessage(idsOf(question), AbortSignal.timeout(patienceMs));
    return wordsIn(content, question);
  } catch {
    return undefined;
  }
}
