import type { QuestionDeps } from '../deps.ts';
import { ownerOfChat } from '../ids.ts';
import { changeChat } from './changeChat.ts';

/** Forgets what its owner asked in a chat until now, and what they called it: it's in their list no longer. */
export async function forgetChat(
  id: string,
  deps: Pick<QuestionDeps, 'chats' | 'clock'>,
): Promise<void> {
  await changeChat(id, ownerOfChat(id) ?? '', deps, ({ title: _name, ...chat }) => ({
    ...chat,
    forgottenAt: deps.clock.now(),
  }));
}
