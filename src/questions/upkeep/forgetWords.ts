import type { QuestionDeps } from '../deps.ts';
import { withoutWords } from '../withoutWords.ts';

/**
 * Removes the text from the rows of questions whose session is over: what remains is who asked, when, where and how it
 * ended. Databricks keeps the text, so that the asker can still see it (`recallText.ts`).
 *
 * @returns the number of rows
 */
export async function forgetWords({
  questions,
  clock,
}: Pick<QuestionDeps, 'questions' | 'clock'>): Promise<number> {
  let count = 0;
  for (const { id } of await questions.listOutspoken(clock.now())) {
    const current = await questions.get(id);
    if (current === undefined) continue;
    // A write in between wins: the next sweep comes within the hour.
    if (await questions.replace(current, withoutWords(current.value))) count += 1;
  }
  return count;
}
