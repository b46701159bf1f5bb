import { trimInvisible } from '../../common/trimInvisible.ts';
import { changeChat } from './changeChat.ts';
import type { ChatDeps } from './chatDeps.ts';
import { type ChatNames, nameChats } from './nameChats.ts';
import { readChat } from './readChats.ts';

const longest = 100;

/** The name as it's kept; `undefined`: it can't be one. */
export function toChatName(text: string): string | undefined {
  const name = trimInvisible(text.toWellFormed().normalize('NFC'));
  const isFit = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name);
  return name !== '' && [...name].length <= longest && isFit ? name : undefined;
}

/**
 * Gives one of an owner's chats a name, or takes it back; what it's called then, and since when it is there (ms since
 * 1970). `undefined`: there is no such chat.
 */
export async function renameChat(
  id: string,
  owner: string,
  name: string | undefined,
  deps: ChatDeps,
): Promise<(ChatNames & { startedAt: number }) | undefined> {
  const chat = await changeChat(id, owner, deps, (current) => {
    if (current.deletedAt !== undefined || current.title === name) return current;
    const { title: _before, ...rest } = current;
    return name === undefined ? rest : { ...rest, title: name };
  });
  if (chat === undefined || chat.deletedAt !== undefined) return undefined;
  if (name !== undefined) return { title: name, startedAt: chat.createdAt };
  const read = await readChat(chat, deps);
  if (read === undefined) return { startedAt: chat.createdAt };
  const names = await nameChats([read], deps);
  return { ...names.get(read), startedAt: read.questions[0].acceptedAt };
}
