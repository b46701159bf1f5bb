import { codeOf } from '../../common/errors.ts';
import { mapAtMost } from '../../common/mapAtMost.ts';
import type { QuestionDeps } from '../deps.ts';
import { purgeChat } from './purgeChat.ts';

/** Chats that are deleted at the same time. */
const chatsAtOnce = 4;

/**
 * Carries out the deletions whose time to undo them is over. One that fails doesn't keep the others: the next sweep finds
 * it again.
 *
 * @returns how many chats are gone
 */
export async function purgeDue(deps: QuestionDeps): Promise<number> {
  const due = await deps.deletions.listDue(deps.clock.now());
  const results = await mapAtMost(chatsAtOnce, due, async ({ id }) => {
    try {
      return (await purgeChat(id, deps)).result;
    } catch (error) {
      deps.log.warn('chat.purgeFailed', { chatId: id, code: codeOf(error), error });
      return 'failed';
    }
  });
  return results.filter((result) => result === 'done').length;
}
