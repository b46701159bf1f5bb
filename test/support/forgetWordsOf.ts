import { chatSessionIdOf } from '../../src/questions/ids.ts';
import type { InProcess } from './openInProcess.ts';

/** The rows of a chat forget what was asked, as they do once its session is over. */
export async function forgetWordsOf(
  { storage: { questions } }: Pick<InProcess, 'storage'>,
  chatId: string,
): Promise<void> {
  for (const { id } of await questions.listAll(chatSessionIdOf(chatId))) {
    const current = await questions.get(id);
    if (current === undefined) continue;
    const { text: _, content: _too, wordsUntil: _until, ...rest } = current.value;
    await questions.replace(current, rest);
  }
}
