import type { QuestionDeps } from '../deps.ts';

/**
 * Takes the words out of the rows of questions whose session is over by now: what remains is who asked, when, where and
 * with what outcome. Databricks keeps the words, so that whoever asked can still be shown them (`recallText.ts`).
 *
 * @returns how many rows
 */
export async function forgetWords({
  questions,
  clock,
}: Pick<QuestionDeps, 'questions' | 'clock'>): Promise<number> {
  let count = 0;
  for (const { id } of await questions.listOutspoken(clock.now())) {
    const current = await questions.get(id);
    if (current === undefined) continue;
    const { text: _text, content: _content, wordsUntil: _until, ...question } = current.value;
    // Whoever wrote meanwhile goes first: the next sweep comes within the hour.
    if (await questions.replace(current, question)) count += 1;
  }
  return count;
}
