import { bracketFor } from '../askerLabel.ts';
import type { Genie } from '../ports.ts';
import type { Question } from '../question.ts';
import { idsOf } from '../question.ts';

/** Somebody waits for more than the words. In real time. */
const patienceMs = 5_000;

/**
 * The words of a question that reached Genie, from Genie where the row has forgotten them; `undefined` where they are
 * not to be had.
 */
export async function recallText(
  question: Question,
  genie: Pick<Genie, 'getMessage'>,
): Promise<string | undefined> {
  if (question.text !== undefined) return question.text;
  try {
    const { content } = await genie.getMessage(idsOf(question), AbortSignal.timeout(patienceMs));
    const bracket = bracketFor(question.asker, question.place);
    return content.startsWith(bracket) ? content.slice(bracket.length) : content;
  } catch {
    return undefined;
  }
}
